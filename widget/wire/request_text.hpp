#pragma once

#include <string>

#include <wire/request.hpp>

namespace petition_box {

// The request for people to read: the method and the address, a header a line, and after an empty
// line the body.
std::string text_of(const Request& request);

}  // namespace petition_box
