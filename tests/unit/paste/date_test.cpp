#include <unit/catch.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <paste/date.hpp>
#include <unit/icu/remembering_icu.hpp>

namespace petition_box::paste {
namespace {

const Platform& platform() {
  static const RememberingIcu icu;
  return icu;
}

Months in(std::vector<std::string> languages) { return {std::move(languages), platform()}; }

TEST_CASE("paste: a date is taken as people write it") {
  const Months months = in({"en"});
  const std::string nbsp = "\u00a0";
  for (const auto& [written, date_of_it] : {
           std::pair<std::string, std::string>{"31/01/2024", "2024-01-31"},
           {" 31.01.2024 ", "2024-01-31"},
           {"31-1-2024", "2024-01-31"},
           {"31 / 01 / 2024", "2024-01-31"},
           {"01/31/2024", "2024-01-31"},
           {"2024/01/31", "2024-01-31"},
           {"2024-01-31", "2024-01-31"},
           {"31 janvier 2024", "2024-01-31"},
           {"31" + nbsp + "janvier" + nbsp + "2024", "2024-01-31"},
           {"1er mars 2024", "2024-03-01"},
           {"21 DÉCEMBRE 2023", "2023-12-21"},
           {"janvier 2024", "2024-01"},
           {"Août 2023", "2023-08"},
           {"fév. 2023", "2023-02"},
           {"January 31, 2024", "2024-01-31"},
           {"31st of January 2024", "2024-01-31"},
           {"Sept 2022", "2022-09"},
           {"01/2024", "2024-01"},
           {"01.2024", "2024-01"},
           {"2024", "2024"},
       }) {
    CAPTURE(written);
    CHECK(date(written, months) == date_of_it);
  }
}

TEST_CASE("paste: what is no date stays as it was written") {
  const Months months = in({"en"});
  for (const char* written : {"", "soon", "31/02/2024", "13/13/2024", "jui 2024", "1. 2024",
                              "2024 or 2025", "31/01/24", "31/01-2024", "janvier", "20240131"}) {
    CHECK(date(written, months) == written);
  }
}

// Those that the box speaks.
std::vector<std::string> spoken() {
  std::vector<std::string> tags;
  for (const auto& file :
       std::filesystem::directory_iterator(PETITION_BOX_SOURCES "/embed/locales")) {
    const std::filesystem::path& path = file.path();
    const std::string tag = path.stem().string();
    if (path.extension() == ".json" && tag.find('.') == std::string::npos) tags.push_back(tag);
  }
  return tags;
}

TEST_CASE("paste: a date is taken as each language of the box writes it") {
  for (const std::string& tag : spoken()) {
    const Months months = in({tag});
    for (int month = 1; month <= 12; ++month) {
      const std::string two_digits = (month < 10 ? "0" : "") + std::to_string(month);
      for (const int day : {0, 1, 9, 15, 28}) {
        const std::string written = platform().date(tag, Date{2024, month, day});
        std::string expected = "2024-" + two_digits;
        if (day > 0) expected += (day < 10 ? "-0" : "-") + std::to_string(day);
        CAPTURE(tag, written);
        CHECK(date(written, months) == expected);
      }
    }
  }
}

TEST_CASE("paste: a month is named in the likeliest language") {
  CHECK(date("3. listopada 2024.", in({"hr"})) == "2024-10-03");
  CHECK(date("3 listopada 2024", in({"pl"})) == "2024-11-03");
  CHECK(date("3 listopada 2024", in({"pl", "hr"})) == "2024-11-03");
  CHECK(date("12 Sept. 2024", in({"el"})) == "2024-09-12");
  CHECK(date("12 mars 2024", in({"uk"})) == "2024-03-12");
  CHECK(date("12 gen 2024", in({"not a tag", "it"})) == "2024-01-12");
}

TEST_CASE("paste: a date ends where the text goes on") {
  const auto rest = [](const std::string& text, const std::string& language) {
    return text.substr(date_at(text, in({language})).bytes);
  };
  CHECK(rest("janvier 2024. 3 villes", "fr") == ". 3 villes");
  CHECK(rest("15 de enero de 2024 de nuevo", "es") == " de nuevo");
  CHECK(rest("2024 m. sausio 15 d. nutarta", "lt") == " nutarta");
  CHECK(rest("15 януари 2024 г.: решение", "bg") == ": решение");
  CHECK(rest("2024. január 15.: a döntés", "hu") == ".: a döntés");
}

}  // namespace
}  // namespace petition_box::paste
