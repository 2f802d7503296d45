#pragma once

#include <cstddef>
#include <cstdint>

#include <json/value.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// The most that is read of one.
constexpr std::uint32_t most_response_bytes = 64 * 1024;

// The body of the response, as JSON; where it is none, or longer, its text.
json::Value body_of(const Response& response, std::size_t most_bytes = most_response_bytes);

}  // namespace petition_box
