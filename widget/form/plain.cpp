#include <cstdint>

#include <form/plain.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

// 0 where it stands for no other.
char ascii_for(std::uint32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
  if (c == 0x3002 || c == 0xFF61) return '.';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  const bool quotes = c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
                      c == 0x203A || (c >= 0x3001 && c <= 0x3011);
  return quotes ? '"' : '\0';
}

// The first digits of scripts in which people write numbers: Arabic (two kinds), Thai, Lao,
// Myanmar, Khmer; and of India's scripts, from Devanagari to Sinhala, which have blocks of one size
// with the digits in one place.
// 0 where it is none.
char digit_for(std::uint32_t c) {
  if (c >= 0x0966 && c < 0x0DF0) {
    const std::uint32_t digit = (c - 0x0966) % 0x80;
    return digit < 10 ? static_cast<char>('0' + digit) : '\0';
  }
  for (const std::uint32_t zero : {0x0660U, 0x06F0U, 0x0E50U, 0x0ED0U, 0x1040U, 0x17E0U}) {
    if (c >= zero && c < zero + 10) return static_cast<char>('0' + (c - zero));
  }
  return '\0';
}

// The text with what stands for ASCII in place of each code point that has such.
std::string rewritten(std::string_view text, char (*ascii)(std::uint32_t)) {
  std::string written;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (const char one = ascii(c.value)) {
      written += one;
    } else {
      written += text.substr(0, c.bytes);
    }
    text.remove_prefix(c.bytes);
  }
  return written;
}

}  // namespace

std::string plain(std::string_view text) { return rewritten(text, ascii_for); }

std::string with_plain_digits(std::string_view text) { return rewritten(text, digit_for); }

}  // namespace petition_box
