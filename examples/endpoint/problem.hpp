#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <endpoint/http.hpp>
#include <form/check.hpp>

namespace petition_box::endpoint {

// Why a request was not done, by RFC 9457.
struct Problem {
  unsigned status = 400;
  std::string detail;
  std::vector<FieldError> errors = {};
  std::optional<std::int64_t> retry_after = {};  // seconds
};

// As application/problem+json. Each error has the pointer "#/name", the code "name.code" and a
// detail in English; retry_after is both a header and a member, for pages of other origins cannot
// read the header unless told that they may.
Reply write(const Problem& problem);

// The reason phrase of the status (RFC 9110 section 15).
std::string_view title_of(unsigned status);

}  // namespace petition_box::endpoint
