#pragma once

#include <string>
#include <vector>

namespace petition_box {

// What French printers would not let pass in a text, each named by what is wrong: straight
// apostrophes and quotation marks, three dots for an ellipsis, blanks that are missing or of the
// wrong width. Before ; ! ? stands U+202F; before : and inside of « » stands U+00A0.
std::vector<std::string> typos_in_french(const std::string& text);

}  // namespace petition_box
