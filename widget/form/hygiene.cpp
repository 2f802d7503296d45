#include <cstdint>
#include <utility>

#include <form/hygiene.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

bool is_white(std::uint32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_dropped(std::uint32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool non_character = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
  const bool invisible = c == 0xAD || c == 0x200B || c == 0xFEFF;
  const bool bidi = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                    (c >= 0x2066 && c <= 0x2069);
  return control || non_character || invisible || bidi;
}

Cleaned clean(std::string_view typed, bool keep_lines, const Platform& platform) {
  std::string_view rest = typed;
  std::string cleaned;
  std::size_t lines = 0;
  bool white = false;
  while (!rest.empty()) {
    const CodePoint c = first_code_point(rest);
    const std::string_view written = rest.substr(0, c.bytes);
    rest.remove_prefix(c.bytes);
    if (!c.valid) return {{}, "encoding"};
    if (is_white(c.value)) {
      white = true;
      if (c.value == '\n' && keep_lines) ++lines;
      continue;
    }
    if (is_dropped(c.value)) continue;
    if (white && !cleaned.empty()) cleaned += lines == 0 ? " " : lines == 1 ? "\n" : "\n\n";
    cleaned += written;
    white = false;
    lines = 0;
  }
  if (is_ascii(cleaned)) return {std::move(cleaned)};
  if (!has_visible(cleaned)) return {};
  // Last, for what was dropped may have stood between a letter and its accent.
  std::string composed = platform.composed(cleaned);
  if (composed.empty()) return {{}, "marks"};
  return {std::move(composed)};
}

}  // namespace

Cleaned clean_line(std::string_view typed, const Platform& platform) {
  return clean(typed, false, platform);
}

Cleaned clean_lines(std::string_view typed, const Platform& platform) {
  return clean(typed, true, platform);
}

}  // namespace petition_box
