#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <form/name_value.hpp>

namespace petition_box {

// application/x-www-form-urlencoded (URL standard, section 5), UTF-8.
std::string write_urlencoded(const std::vector<NameValue>& pairs);

// Never fails: what is not well formed is taken as it stands, as the standard says.
std::vector<NameValue> read_urlencoded(std::string_view body);

// Adds the text to an address as a part that ends no other: all but the unreserved characters of
// RFC 3986 section 2.3 and the asterisk are percent-encoded.
void percent_encode(std::string_view text, std::string& address);

}  // namespace petition_box
