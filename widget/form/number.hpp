#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace petition_box {

// The number as it is sent: "-12.5", at most 15 digits before the mark and 6 after it, without
// zeros before the first digit; from a cleaned text with digits of any script, a comma or a point
// before the fraction, and spaces or apostrophes between thousands. Nothing where it is none.
std::optional<std::string> read_number(std::string_view cleaned);

}  // namespace petition_box
