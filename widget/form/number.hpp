#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// The number as it is sent: "-12.5", at most 15 digits before the mark and 6 after it, without
// zeros before the first digit; from a cleaned text with digits of any script, a comma or a point
// before the fraction, and spaces or apostrophes between thousands. Empty where it is none.
std::string read_number(std::string_view cleaned);

}  // namespace petition_box
