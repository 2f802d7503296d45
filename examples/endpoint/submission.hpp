#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <endpoint/http.hpp>
#include <endpoint/problem.hpp>
#include <wire/reference.hpp>

namespace petition_box::endpoint {

using reference::most_body_bytes;

// The names and values of a signature that was sent: as application/x-www-form-urlencoded, or as
// application/json, an object of texts, and of lists of texts for several choices.
std::variant<std::vector<NameValue>, Problem> read_submission(const Request& request,
                                                              const Petition& petition);

// The id under which it was sent, in lower case: that in the body, else that of the header
// Idempotency-Key, with or without quotes; empty where there is none.
std::string submission_id_of(const std::vector<NameValue>& pairs, const Request& request);

}  // namespace petition_box::endpoint
