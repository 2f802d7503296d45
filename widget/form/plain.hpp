#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// The text as a plain keyboard writes it, so far as it stands for ASCII: the wide letters, digits
// and marks of East Asian keyboards (Unicode, Halfwidth and Fullwidth Forms) and their full stop,
// dashes, and quotation marks and brackets of any kind, which all become a quotation mark. For
// addresses and postcodes, which are ASCII in the end.
std::string plain(std::string_view text);

// The text with the digits of any script in use as ASCII digits. For numbers of any kind; not for
// addresses, where a domain may have digits of its own script.
std::string with_plain_digits(std::string_view text);

}  // namespace petition_box
