#pragma once

#include <string_view>

namespace petition_box::endpoint {

// Whether If-None-Match names the entity tag (RFC 9110 #field.if-none-match): a list of tags, or
// "*". Tags are compared weakly. What a web server in front adds when it compresses an answer
// itself ("x-gzip" for "x") is the same tag.
bool names_tag(std::string_view if_none_match, std::string_view etag);

}  // namespace petition_box::endpoint
