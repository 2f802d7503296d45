#include <utility>

#include <colour/accent.hpp>

namespace petition_box {
namespace {

// Of what can be written in or on, in ten thousandths; a little more than is asked for, as
// luminance is not exact here. The grounds are those of the stylesheet that are hardest to write
// on: #f4f6f5 and #1e2429.
constexpr int brightest_on_light = 1610;
constexpr int darkest_on_dark = 2555;
constexpr int brightest_below_white = 1790;

// The curve of sRGB as a polynomial, which needs no powers.
int linear(int channel) { return channel * channel * (channel + 680) / 6080; }

// Relative luminance (WCAG 2.2 #dfn-relative-luminance), in ten thousandths.
int luminance(const Colour& colour) {
  return (2126 * linear(colour[0]) + 7152 * linear(colour[1]) + 722 * linear(colour[2])) / 10'000;
}

// The first colour on the way from the accent to black (0) or white (255) that is dark, or bright,
// enough.
Colour towards(const Colour& accent, int end, int limit) {
  constexpr int steps = 32;
  Colour colour = accent;
  for (int left = steps; end == 0 ? luminance(colour) > limit : luminance(colour) < limit; --left) {
    for (std::size_t i = 0; i < colour.size(); ++i) {
      colour[i] = static_cast<std::uint8_t>(end + (accent[i] - end) * left / steps);
    }
  }
  return colour;
}

}  // namespace

Shades shades_of(const Colour& accent) {
  const std::uint8_t text = luminance(accent) < brightest_below_white ? 255 : 0;
  return {{text, text, text},
          towards(accent, 0, brightest_on_light),
          towards(accent, 255, darkest_on_dark)};
}

std::string accent_style(const Colour& accent) {
  const Shades shades = shades_of(accent);
  const std::pair<const char*, const Colour&> properties[]{{"-ground", accent},
                                                           {"-text", shades.text},
                                                           {"-on-light", shades.light},
                                                           {"-on-dark", shades.dark}};
  std::string style;
  for (const auto& [name, colour] : properties) {
    style += "--petition-box-accent";
    style += name;
    style += ':';
    write_colour(colour, style);
    style += ';';
  }
  return style;
}

}  // namespace petition_box
