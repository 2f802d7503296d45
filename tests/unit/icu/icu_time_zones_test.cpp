#include <unit/catch.hpp>

#include <string>

#include <icu/icu_time_zones.hpp>

namespace petition_box {
namespace {

std::int64_t end_of_day(const std::string& date, const std::string& zone) {
  const auto day = read_date(date);
  REQUIRE(day);
  REQUIRE(IcuTimeZones().has(zone));
  return IcuTimeZones().end_of(*day, zone) / 1000;
}

TEST_CASE("icu: a day ends at midnight of its zone, whatever the season") {
  CHECK(end_of_day("2027-03-31", "UTC") == 1'806'537'600);
  CHECK(end_of_day("2027-03-31", "Europe/Paris") == 1'806'537'600 - 2 * 3600);
  CHECK(end_of_day("2027-01-31", "UTC") == 1'801'440'000);
  CHECK(end_of_day("2027-01-31", "Europe/Paris") == 1'801'440'000 - 3600);
  CHECK(end_of_day("2027-01-31", "America/Los_Angeles") == 1'801'440'000 + 8 * 3600);
  CHECK(end_of_day("2027-12-31", "Asia/Kathmandu") == 1'830'297'600 - 5 * 3600 - 45 * 60);
}

TEST_CASE("icu: where clocks change at midnight, a day ends with the first moment of the next") {
  // From 00:00 to 01:00, on the 26th of April 2024.
  CHECK(end_of_day("2024-04-25", "Africa/Cairo") == 1'714'082'400);
  // From 01:00 back to 00:00, on the 27th of October 2024.
  CHECK(end_of_day("2024-10-26", "Atlantic/Azores") == 1'729'987'200);
}

TEST_CASE("icu: a zone is one of the IANA database") {
  const IcuTimeZones zones;
  for (const std::string zone : {"UTC", "Europe/Paris", "America/Argentina/Buenos_Aires",
                                 "Etc/GMT+12", "Pacific/Kiritimati"}) {
    CAPTURE(zone);
    CHECK(zones.has(zone));
  }
  for (const std::string zone : {"", "Europe/Atlantis", "Paris", "GMT+03:00", "Etc/Unknown",
                                 "Europe/Paris ", "../etc/localtime"}) {
    CAPTURE(zone);
    CHECK_FALSE(zones.has(zone));
  }
}

}  // namespace
}  // namespace petition_box
