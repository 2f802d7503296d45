#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <wire/urlencoded.hpp>

namespace petition_box {

// What stands between the parts of a body of multipart/form-data (RFC 7578): the same for one
// signature each time that it is sent, and in no answer, for its submission_id is random.
std::string boundary_of(std::string_view submission_id);

// The body (HTML standard, #multipart-form-data): line breaks become CR LF in names and values, and
// in names those and quotation marks are percent-encoded.
std::string write_multipart(const std::vector<NameValue>& pairs, std::string_view boundary);

}  // namespace petition_box
