#pragma once

#include <cstdint>
#include <optional>

#include <box/message.hpp>

namespace petition_box {

// Then it is given up.
constexpr std::int64_t longest_trying_ms = 10 * 60 * 1000;

// How long to wait before the next attempt, in ms: "full jitter", any time up to one second doubled
// with each attempt and at most 30 s, so that clients that failed together do not come back
// together. What the endpoint asked for is waited for first.
std::uint32_t backoff_ms(int attempts, std::optional<std::int64_t> least_seconds,
                         const Moment& moment);

}  // namespace petition_box
