#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// The document of a petition in which each text is there in one language alone: in the one that
// suits its readers (RFC 4647 section 3.4), else in the petition's own. All else is as it was.
// Empty where the document cannot be read.
std::string in_one_language(std::string_view document, const std::string& language);

}  // namespace petition_box
