#include <snippet/markdown.hpp>

namespace petition_box {
namespace {

// By backslashes, which may stand before any punctuation (CommonMark 0.31.2, #backslash-escapes).
std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&!~").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string encode_address(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && std::string_view("()<>\\\"'`*_{}").find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte / 16], digits[byte % 16]};
    }
  }
  return encoded;
}

}  // namespace

std::string markdown_link(std::string_view text, std::string_view address) {
  return '[' + escape(text) + "](" + encode_address(address) + ')';
}

}  // namespace petition_box
