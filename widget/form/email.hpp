#pragma once

#include <string>
#include <string_view>

#include <language/platform.hpp>

namespace petition_box {

// The address as it is sent: the production of the HTML standard ("valid e-mail address"), with a
// dot in the domain, whose last label begins with a letter (RFC 1123 section 2.1; URL standard,
// "ends in a number"), no dot at the edges of the local part nor two in a row (RFC 5321 section
// 4.1.2), at most 64 bytes before the @ and 254 in all (RFC 5321 section 4.5.3.1). A domain in
// another script comes back in its ASCII form. What comes along with a copied address is left out:
// a name, brackets, quotation marks, "mailto:", punctuation after it. Empty where the cleaned
// text is no such address.
std::string read_email(std::string_view cleaned, const Platform& platform);

}  // namespace petition_box
