#include <cstdint>

#include <paste/lines.hpp>
#include <paste/token.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box::paste {
namespace {

// Signs and punctuation beyond ASCII, marks of direction among them.
bool is_sign(std::uint32_t c) {
  return (c >= 0x80 && c <= 0xBF) || (c >= 0x2000 && c <= 0x2BFF) || c == 0x60C || c == 0x61B;
}

std::string piece_of(const CodePoint& c, std::string_view text) {
  if (const char digit = digit_of(c.value); digit != 0) return {digit};
  // What tells a reader the direction is no part of a word.
  if (c.value == 0x200E || c.value == 0x200F || c.value == 0x61C) return {};
  return folded(text.substr(0, c.bytes));
}

}  // namespace

bool is_letter(char c) { return is_small(c) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<Token> tokens_of(std::string_view text, std::size_t most) {
  std::vector<Token> tokens;
  bool goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = first_code_point(text.substr(at));
    const std::string piece = piece_of(c, text.substr(at));
    at += c.bytes;
    if (piece.empty()) continue;
    if (piece == " ") {
      goes_on = false;
      continue;
    }
    const char last = tokens.empty() ? ' ' : tokens.back().text.back();
    const bool is_same = (is_digit(last) && is_digit(piece[0])) ||
                         (is_letter(last) && is_letter(piece[0]) && !is_sign(c.value));
    if (goes_on && is_same) {
      tokens.back().text += piece;
      tokens.back().end = at;
    } else {
      if (tokens.size() == most) break;
      tokens.push_back({piece, at});
    }
    // A sign is a token by itself.
    goes_on = !is_sign(c.value);
  }
  return tokens;
}

}  // namespace petition_box::paste
