#include <cstdint>

#include <form/plain.hpp>
#include <language/utf8.hpp>

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

}  // namespace

std::string plain(std::string_view text) {
  std::string written;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (const char ascii = ascii_for(c.value)) {
      written += ascii;
    } else {
      written += text.substr(0, c.bytes);
    }
    text.remove_prefix(c.bytes);
  }
  return written;
}

}  // namespace petition_box
