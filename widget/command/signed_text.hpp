#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// What people sign of a petition, as JSON: its document without what says only how it is shown and
// for how long ("$schema", "version", "picture", "news", "goal", "show_count_from", "closes",
// "time_zone", "share", "next", "source_parameter", members beginning with "x-"). Two documents of
// one meaning have one signed text: white space and the order of members do not count. The document
// must be well-formed JSON.
std::string signed_text(std::string_view document);

// A document with that signed text and version; what else it says is as in another document of the
// petition. Both must be well-formed JSON.
std::string document_of(std::string_view signed_text, std::string_view version,
                        std::string_view other);

}  // namespace petition_box
