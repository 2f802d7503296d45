#include <cstdint>

#include <form/hygiene.hpp>

namespace petition_box {
namespace {

struct CodePoint {
  std::uint32_t value;
  std::size_t bytes;
  bool valid;
};

// One code point of UTF-8 (RFC 3629 section 4); a byte that begins none is one byte, not valid.
// Only for a text that is not empty.
CodePoint decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return {0, 1, false};
  std::uint32_t value = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {0, 1, false};
    value = value << 6 | (byte(i) & 0x3FU);
  }
  const bool overlong = value < (bytes == 3 ? 0x800U : bytes == 4 ? 0x10000U : 0x80U);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return {value, bytes, !overlong && !surrogate && value <= 0x10FFFF};
}

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

std::string clean(std::string_view typed, bool keep_lines, const Platform& platform) {
  std::string_view rest = typed;
  std::string cleaned;
  std::size_t lines = 0;
  bool white = false;
  while (!rest.empty()) {
    const CodePoint c = decode(rest);
    const std::string_view written = rest.substr(0, c.bytes);
    rest.remove_prefix(c.bytes);
    if (!c.valid) continue;
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
  // Last, for what was dropped may have stood between a letter and its accent.
  return platform.composed(cleaned);
}

}  // namespace

std::string clean_line(std::string_view typed, const Platform& platform) {
  return clean(typed, false, platform);
}

std::string clean_lines(std::string_view typed, const Platform& platform) {
  return clean(typed, true, platform);
}

std::size_t length_of(std::string_view cleaned) {
  std::size_t length = 0;
  for (const char c : cleaned) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++length;
  }
  return length;
}

}  // namespace petition_box
