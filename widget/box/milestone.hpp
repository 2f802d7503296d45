#pragma once

#include <cstdint>

namespace petition_box {

// The number of signatures that people are asked to help to, on the way to a goal: the next one
// that is a digit with zeros behind it (300, 2,000, 30,000), at least 100, and never beyond the
// goal. Past the goal it is the goal.
std::int64_t milestone(std::int64_t count, std::int64_t goal);

}  // namespace petition_box
