#include <algorithm>

#include <box/backoff.hpp>

namespace petition_box {

std::uint32_t backoff_ms(int attempts, std::optional<std::int64_t> least_seconds,
                         const Moment& moment) {
  constexpr std::uint64_t base = 1000;
  constexpr std::uint64_t cap = 30'000;
  constexpr std::int64_t longest_wait_seconds = 24 * 60 * 60;
  const std::uint64_t most = std::min(cap, base << std::min(std::max(attempts - 1, 0), 10));
  std::uint64_t fraction = 0;  // of 2^32
  for (std::size_t i = 0; i < 4; ++i) fraction = fraction << 8U | moment.random[i];
  const std::uint64_t jitter = most * fraction >> 32U;
  const std::int64_t least = std::min(least_seconds.value_or(0), longest_wait_seconds) * 1000;
  return static_cast<std::uint32_t>(jitter + static_cast<std::uint64_t>(least));
}

}  // namespace petition_box
