#pragma once

#include <string>
#include <string_view>

namespace petition_box::endpoint::postgresql {

// Whether the text is the address of such a database.
bool is_address(std::string_view text);

// The address without what is secret in it, for messages: "postgresql://one,two:5432/petitions".
std::string public_part_of(const std::string& address);

}  // namespace petition_box::endpoint::postgresql
