#include <unit/catch.hpp>

#include <string>

#include <language/date.hpp>

namespace petition_box {
namespace {

std::string parts(const Date& date) {
  return std::to_string(date.year) + " " + std::to_string(date.month) + " " +
         std::to_string(date.day);
}

TEST_CASE("language: a date is as precise as its author knows it") {
  struct Row {
    std::string text;
    std::string date;
  };
  const Row rows[] = {{"2019", "2019 0 0"},         {"2023-11", "2023 11 0"},
                      {"2023-12-21", "2023 12 21"}, {"0001-01-01", "1 1 1"},
                      {"9999-12-31", "9999 12 31"}, {"2024-02-29", "2024 2 29"},
                      {"2000-02-29", "2000 2 29"}};
  for (const auto& [text, date] : rows) {
    CAPTURE(text);
    const auto read = read_date(text);
    REQUIRE(read);
    CHECK(parts(*read) == date);
  }
}

TEST_CASE("language: a day that does not exist is no date, nor is any other text") {
  for (const std::string text :
       {"",           "19",         "20190",      "0000",       "0000-01-01",
        "2023-00",    "2023-13",    "2023-1",     "2023-1-01",  "2023-12-00",
        "2023-12-32", "2023-02-29", "2100-02-29", "1900-02-29", "2023-04-31",
        "2023-06-31", "2023-09-31", "2023-11-31", "2023/12/21", "21-12-2023",
        "2023-12-2x", "+023",       "-019",       "２０２３",   "2023-12-21T00:00Z",
        " 2023",      "2023 ",      "2023-W51",   "20231221",   "2023-12:21"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text));
  }
}

TEST_CASE("language: a date ends with the first moment after it, in UTC") {
  struct Row {
    std::string text;
    std::int64_t seconds;  // date -u -d '...' +%s
  };
  const Row rows[] = {{"1969-12-31", 0},
                      {"1970-01-01", 86'400},
                      {"1970", 31'536'000},
                      {"2023-12-21", 1'703'203'200},
                      {"2023-12", 1'704'067'200},
                      {"2023", 1'704'067'200},
                      {"2024-02", 1'709'251'200},
                      {"2024-02-28", 1'709'164'800},
                      {"2024-02-29", 1'709'251'200},
                      {"2000-02-29", 951'868'800},
                      {"2100-02", 4'107'542'400},
                      {"0001", -62'104'060'800},
                      {"9999", 253'402'300'800}};
  for (const auto& [text, seconds] : rows) {
    CAPTURE(text);
    const auto date = read_date(text);
    REQUIRE(date);
    CHECK(end_of(*date) == seconds * 1000);
  }
}

}  // namespace
}  // namespace petition_box
