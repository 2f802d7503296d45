#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box::paste {

// A number, a word, or a mark of a text, folded; and where it ends, in bytes of the text itself.
// Digits of the Arabic writing are those of ASCII.
struct Token {
  std::string text;
  std::size_t end;
};

// Of "a" to "z", or of another writing.
bool is_letter(char c);

// Those that the text begins with, at most so many.
std::vector<Token> tokens_of(std::string_view text, std::size_t most);

}  // namespace petition_box::paste
