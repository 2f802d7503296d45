#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace petition_box {

// A colour of sRGB: red, green and blue.
using Colour = std::array<std::uint8_t, 3>;

// The colour that CSS writes in hexadecimal without transparency: #rgb, #rrggbb.
std::optional<Colour> read_colour(std::string_view text);

// Adds it to the text as #rrggbb.
void write_colour(const Colour& colour, std::string& text);

}  // namespace petition_box
