#include <algorithm>
#include <array>

#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

struct Range {
  std::uint16_t first;
  std::uint16_t last;
};

// Unicode 15.1: White_Space, Default_Ignorable_Code_Point, the general categories Cc and Co, and of
// the others what fonts show as nothing, or only on another character.
constexpr std::array<Range, 31> invisible{{
    {0x0000, 0x0020},  // controls, the space
    {0x007F, 0x00A0},  // controls, the no-break space
    {0x00AD, 0x00AD},  // the soft hyphen
    {0x0300, 0x036F},  // marks for letters of any script
    {0x0483, 0x0489},  // Cyrillic marks
    {0x0591, 0x05BD},  // Hebrew marks
    {0x061C, 0x061C},  // a mark of direction
    {0x064B, 0x065F},  // Arabic marks
    {0x115F, 0x1160},  // Korean fillers
    {0x1680, 0x1680},  // the Ogham space
    {0x17B4, 0x17B5},  // Khmer vowels that are not written
    {0x180B, 0x180F},  // Mongolian variants
    {0x1AB0, 0x1AFF},  // marks
    {0x1DC0, 0x1DFF},  // marks
    {0x2000, 0x200F},  // spaces, joiners, marks of direction
    {0x2028, 0x202F},  // separators, marks of direction
    {0x205F, 0x206F},  // a space, operators, marks of direction
    {0x20D0, 0x20FF},  // marks for symbols
    {0x2800, 0x2800},  // a Braille cell without dots
    {0x3000, 0x3000},  // the ideographic space
    {0x302A, 0x302F},  // marks for tones
    {0x3099, 0x309A},  // Japanese marks
    {0x3164, 0x3164},  // the Hangul filler
    {0xE000, 0xF8FF},  // private use
    {0xFDD0, 0xFDEF},  // non-characters
    {0xFE00, 0xFE0F},  // variants
    {0xFE20, 0xFE2F},  // halves of marks
    {0xFEFF, 0xFEFF},  // the byte order mark
    {0xFFA0, 0xFFA0},  // the halfwidth Hangul filler
    {0xFFF0, 0xFFFC},  // what annotations and objects hang on
    {0xFFFE, 0xFFFF},  // non-characters
}};

bool is_invisible_beyond_16_bits(std::uint32_t c) {
  return (c >= 0x13430 && c <= 0x13446) ||  // Egyptian controls and blanks
         c == 0x16FE4 ||                    // a Khitan filler
         (c >= 0x1BCA0 && c <= 0x1BCA3) ||  // shorthand controls
         c == 0x1D159 ||                    // a note without a head
         (c >= 0x1D173 && c <= 0x1D17A) ||  // musical controls
         c >= 0xE0000;                      // tags, variants, private use
}

bool is_visible(std::uint32_t c) {
  if (c > 0xFFFF) return !is_invisible_beyond_16_bits(c);
  return std::none_of(invisible.begin(), invisible.end(),
                      [&](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
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

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++length;
  }
  return length;
}

std::size_t valid_bytes_of(std::string_view text) {
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const CodePoint c = first_code_point(text.substr(bytes));
    if (!c.valid) break;
    bytes += c.bytes;
  }
  return bytes;
}

bool is_utf8(std::string_view text) { return valid_bytes_of(text) == text.size(); }

void append_code_point(std::string& text, std::uint32_t value) {
  if (value < 0x80) {
    text += static_cast<char>(value);
    return;
  }
  const int continuing = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
  text += static_cast<char>((0x780U >> continuing & 0xF0U) | value >> (6 * continuing));
  for (int i = continuing - 1; i >= 0; --i) {
    text += static_cast<char>(0x80U | (value >> (6 * i) & 0x3FU));
  }
}

bool has_visible(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (c.valid && is_visible(c.value)) return true;
    text.remove_prefix(c.bytes);
  }
  return false;
}

}  // namespace petition_box
