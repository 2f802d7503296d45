#pragma once

#include <string_view>

namespace petition_box {

// Whether the address begins so, in letters of either case. The prefix is in lower case.
bool begins_with(std::string_view url, std::string_view prefix);

// Whether a reader may be sent there: an absolute https, http or mailto address without white space
// or control characters, so that no browser can read another scheme out of it.
bool is_link(std::string_view url);

// Whether a form may be sent there: an https or http address, or one relative to the page.
bool is_form_target(std::string_view url);

}  // namespace petition_box
