#pragma once

#include <string>
#include <string_view>

namespace petition_box::endpoint {

// What tells people apart who sign one petition: two spellings of the same give the same text.

// The address, in lower case.
std::string address_of(std::string_view email_address);

// The name, as people compare names: case, spaces, hyphens, apostrophes and accents aside
// ("Jean-Luc" is "jean luc", "Sjogren" is the name with an o umlaut). Letters that only some take
// for another with a mark are that other one: l with stroke, o with stroke.
std::string name_of(std::string_view given_name, std::string_view family_name);

}  // namespace petition_box::endpoint
