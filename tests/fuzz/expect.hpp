#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace petition_box {

// Stops the fuzzer at the input with which it does not hold.
inline void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace petition_box
