#include <algorithm>

#include <box/milestone.hpp>

namespace petition_box {

std::int64_t milestone(std::int64_t count, std::int64_t goal) {
  if (count >= goal) return goal;
  std::int64_t step = 100;
  while (count / 10 >= step) step *= 10;
  return std::min((count / step + 1) * step, goal);
}

}  // namespace petition_box
