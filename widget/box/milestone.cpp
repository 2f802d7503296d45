#include <box/milestone.hpp>

namespace petition_box {

std::int64_t milestone(std::int64_t count, std::int64_t goal) {
  if (count >= goal) return goal;
  std::int64_t step = 100;
  while (count / step >= 10) step *= 10;
  const std::int64_t before = count - count % step;
  return goal - before > step ? before + step : goal;
}

}  // namespace petition_box
