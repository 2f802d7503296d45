#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// Whom somebody in the country (ISO 3166-1, "FR") may complain to about the use of their data (GDPR
// Art. 13(2)(d) and 77): its name in a language of that country, as a link to its site in the
// syntax of texts (document/running_text.hpp). Empty where none is known here.
std::string_view authority_in(std::string_view country);

}  // namespace petition_box
