#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace petition_box {

// A date in the Gregorian calendar, as precise as its author knows it: a year, a month, or a day.
struct Date {
  int year = 0;
  int month = 0;  // 1 to 12; 0 where only the year is known
  int day = 0;    // 1 to 31; 0 where only the month is known
};

// Reads "2019", "2023-11" or "2023-12-21" (ISO 8601-1, section 5.2, extended format); nothing where
// the text is not one of these or names a day that does not exist.
std::optional<Date> read_date(std::string_view text);

// Milliseconds from 1970-01-01T00:00Z to the end of the date, in UTC: the first moment after it.
std::int64_t end_of(const Date& date);

}  // namespace petition_box
