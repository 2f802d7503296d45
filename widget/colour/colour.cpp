#include <cstddef>

#include <colour/colour.hpp>

namespace petition_box {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

// Negative where it is none.
int value_of(char digit) {
  if (digit >= 'A' && digit <= 'F') digit = static_cast<char>(digit - 'A' + 'a');
  return static_cast<int>(digits.find(digit));
}

}  // namespace

std::optional<Colour> read_colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text.front() != '#') return std::nullopt;
  const std::size_t width = text.size() / 3;
  Colour colour{};
  for (std::size_t i = 0; i < colour.size(); ++i) {
    const int high = value_of(text[1 + i * width]);
    const int low = value_of(text[i * width + width]);
    if (high < 0 || low < 0) return std::nullopt;
    colour[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return colour;
}

void write_colour(const Colour& colour, std::string& text) {
  text += '#';
  for (const std::uint8_t channel : colour) {
    text += digits[channel / 16];
    text += digits[channel % 16];
  }
}

}  // namespace petition_box
