#include <language/date.hpp>

namespace petition_box {
namespace {

std::optional<int> read_digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days from 1970-01-01 to the first of January of the year, for years from 1 on.
std::int64_t days_before(int year) {
  const std::int64_t whole = year - 1;
  return whole * 365 + whole / 4 - whole / 100 + whole / 400 - 719162;
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  Date date;
  const auto year = read_digits(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = read_digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = read_digits(text.substr(8, 2));
    if (text[7] != '-' || !day || *day < 1) return std::nullopt;
    if (*day > days_in(date.year, date.month)) return std::nullopt;
    date.day = *day;
  }
  return date;
}

std::int64_t end_of(const Date& date) {
  std::int64_t days = days_before(date.year);
  const int last_month = date.month == 0 ? 12 : date.month;
  for (int month = 1; month < last_month; ++month) days += days_in(date.year, month);
  days += date.day == 0 ? days_in(date.year, last_month) : date.day;
  return days * 24 * 60 * 60 * 1000;
}

}  // namespace petition_box
