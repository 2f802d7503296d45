#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// The postcode as its country writes it ("1234ab" in the Netherlands: "1234 AB"), from a cleaned
// text in any case, with digits of any script in use, with or without punctuation and the country's
// own prefix. Empty where it is none. A country whose form is not known to us takes anything up
// to 12 characters as it is.
std::string read_postcode(std::string_view cleaned, std::string_view country);

// An example to show beside a mistake: "75011"; empty where the form is not known.
std::string_view postcode_example(std::string_view country);

}  // namespace petition_box
