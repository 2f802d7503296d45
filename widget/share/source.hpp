#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <document/onward.hpp>
#include <document/text.hpp>
#include <share/way.hpp>

namespace petition_box {

// What of a petition is told by those who have signed it.
struct ShareSource {
  Text title;
  Onward onward;
};

// Of the document of a petition that was signed, so that it is known to be one. What is wrong in it
// is left out.
ShareSource read_share_source(std::string_view document);

// In the language that suits the earliest of the ranges.
Told told(const ShareSource& source, const std::vector<std::string>& ranges, std::string address);

}  // namespace petition_box
