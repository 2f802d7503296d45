#include <algorithm>
#include <cmath>

#include <colour/accent.hpp>
#include <unit/catch.hpp>

namespace petition_box {
namespace {

// By the definitions of WCAG 2.2, to the letter.
double luminance(const Colour& colour) {
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

double contrast(const Colour& one, const Colour& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

Colour colour(std::string_view text) { return read_colour(text).value(); }

std::string hex(const Colour& colour) {
  std::string text;
  write_colour(colour, text);
  return text;
}

TEST_CASE("Whatever the accent of a petition, it can be read on and be read") {
  double least = 21;
  const auto weigh = [&](const Colour& text, std::string_view ground) {
    least = std::min(least, contrast(text, colour(ground)));
  };
  for (int red = 0; red < 256; red += 15) {
    for (int green = 0; green < 256; green += 5) {
      for (int blue = 0; blue < 256; blue += 15) {
        const Colour accent{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                            static_cast<std::uint8_t>(blue)};
        const Shades shades = shades_of(accent);
        weigh(shades.text, hex(accent));
        for (const char* light : {"#ffffff", "#f4f6f5"}) weigh(shades.light, light);
        for (const char* dark : {"#15191d", "#1e2429"}) weigh(shades.dark, dark);
      }
    }
  }
  CHECK(least >= 4.5);
}

TEST_CASE("An accent that can be read stays what the campaign chose") {
  CHECK(accent_style(colour("#8a1c4a")).find("on-light:#8a1c4a") != std::string::npos);
  CHECK(accent_style(colour("#ffe100")).find("on-dark:#ffe100") != std::string::npos);
  const Shades yellow = shades_of(colour("#ffe100"));
  CHECK(hex(yellow.text) == "#000000");
  // Darker, and yellow still.
  CHECK(yellow.light[0] > yellow.light[2] + 80);
}

}  // namespace
}  // namespace petition_box
