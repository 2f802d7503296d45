#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// A link in Markdown (CommonMark 0.31.2, #links): whatever is in its text stays text, and the
// address is percent-encoded where it would end, or be taken for something else.
std::string markdown_link(std::string_view text, std::string_view address);

}  // namespace petition_box
