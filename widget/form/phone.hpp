#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// The number as it is sent: 6 to 15 digits (ITU-T E.164), with a + before them where one was
// written, from a cleaned text with digits of any script and the usual punctuation. The 0 of the
// country itself in "+33 (0)1" is left out. Empty where it is none.
std::string read_phone(std::string_view cleaned);

}  // namespace petition_box
