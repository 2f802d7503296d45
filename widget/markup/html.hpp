#pragma once

#include <string>

#include <markup/node.hpp>

namespace petition_box {

// The node as HTML (HTML standard, section 13.3, serialising fragments): every text and attribute
// value escaped, "value" of a textarea or select and "checked" written the way a parser gives them
// back.
std::string write_html(const Node& node);

// The text with & < > and both quotes escaped, for a place between tags or in a quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace petition_box
