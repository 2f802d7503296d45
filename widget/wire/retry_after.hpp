#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <wire/outcome.hpp>

namespace petition_box {

// A number as headers and bodies write it: at most 15 digits.
std::optional<std::int64_t> whole_number_in(std::string_view text);

// The least time to wait by the header Retry-After, in seconds or as a date (RFC 9110
// #field.retry-after), which is counted from the response's own Date, or else from `now` (ms since
// 1970). Nothing where there is none.
std::optional<std::int64_t> seconds_to_wait(const Response& response, std::int64_t now);

}  // namespace petition_box
