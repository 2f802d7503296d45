#pragma once

#include <cstdint>

#include <json/value.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// The most that is read of one.
constexpr std::uint32_t most_response_bytes = 64 * 1024;

// The body of the response, as JSON; where it is none, its text.
json::Value body_of(const Response& response);

}  // namespace petition_box
