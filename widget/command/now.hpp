#pragma once

#include <chrono>
#include <cstdint>

namespace petition_box {

// Milliseconds since 1970, by this machine's clock.
inline std::int64_t now() {
  using std::chrono::milliseconds;
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<milliseconds>(since_1970).count();
}

}  // namespace petition_box
