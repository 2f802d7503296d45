#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// An e-mail address as it was likely meant: its domain is one slip of the fingers away from one
// that many people have. A slip is a letter too many, too few, or another, or two that have changed
// places. Under another country's ending the same name is another domain, but for Gmail, which has
// one. Empty where nothing is amiss.
std::string likely_address(std::string_view address);

}  // namespace petition_box
