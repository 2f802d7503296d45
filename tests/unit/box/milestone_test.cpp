#include <unit/catch.hpp>

#include <limits>

#include <box/milestone.hpp>

namespace petition_box {
namespace {

TEST_CASE("milestone: the next number that is a digit with zeros, at least 100, up to the goal") {
  struct Row {
    std::int64_t count;
    std::int64_t goal;
    std::int64_t next;
  };
  const Row rows[] = {
      {0, 20'000, 100},         {99, 20'000, 100},        {100, 20'000, 200},
      {240, 20'000, 300},       {999, 20'000, 1'000},     {1'000, 20'000, 2'000},
      {1'240, 20'000, 2'000},   {9'999, 20'000, 10'000},  {12'345, 20'000, 20'000},
      {12'345, 50'000, 20'000}, {950, 960, 960},          {3, 50, 50},
      {20'000, 20'000, 20'000}, {25'000, 20'000, 20'000},
  };
  for (const auto& [count, goal, next] : rows) {
    CAPTURE(count, goal);
    CHECK(milestone(count, goal) == next);
  }
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(milestone(most - 1, most) == most);
}

}  // namespace
}  // namespace petition_box
