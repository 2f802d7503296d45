#pragma once

#include <string>

#include <markup/node.hpp>

namespace petition_box {

// The node as HTML (HTML standard, #writing) that is well-formed XML too, for pages in XHTML or
// MDX: every attribute with its value, " />" for what holds nothing, every text and attribute value
// escaped, "value" of a textarea or select and "checked" written the way a parser gives them back.
// The text of a script is written as it is: a literal without & and <, never anybody's text.
std::string write_html(const Node& node);

// The text with & < >, both quotes, braces and line feeds escaped, for a place between tags or in a
// quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace petition_box
