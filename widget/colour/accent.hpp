#pragma once

#include <string>

#include <colour/colour.hpp>

namespace petition_box {

// What a page's accent becomes, so that it can be read on and be read: every text with its ground
// has a contrast of at least 4.5 (WCAG 2.2 #contrast-minimum).
struct Shades {
  Colour text;   // on the accent: white or black
  Colour light;  // for what is written in it on the box's light grounds: as dark as that takes
  Colour dark;   // on the dark ones: as light as that takes
};
Shades shades_of(const Colour& accent);

// The custom properties by which the stylesheet (embed/petition-box.css) has the accent and its
// shades, as declarations in CSS: "--petition-box-accent-ground:#8a1c4a;...".
std::string accent_style(const Colour& accent);

}  // namespace petition_box
