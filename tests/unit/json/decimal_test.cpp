#include <unit/catch.hpp>

#include <limits>

#include <json/decimal.hpp>

namespace petition_box::json {

TEST_CASE("a number is written in decimal") {
  CHECK(decimal(0) == "0");
  CHECK(decimal(7) == "7");
  CHECK(decimal(10) == "10");
  CHECK(decimal(-10) == "-10");
  CHECK(decimal(-7) == "-7");
  CHECK(decimal(2026) == "2026");
}

TEST_CASE("a number may have all of its 64 bits") {
  CHECK(decimal(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807");
  CHECK(decimal(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(decimal(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

}  // namespace petition_box::json
