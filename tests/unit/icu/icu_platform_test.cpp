#include <unit/catch.hpp>

#include <string>

#include <icu/icu_platform.hpp>

namespace petition_box {
namespace {

const IcuPlatform platform;

TEST_CASE("icu: plural categories are those of CLDR") {
  struct Row {
    std::string tag;
    std::int64_t number;
    std::string category;
  };
  const Row rows[] = {
      {"fr", 0, "one"},          {"fr", 1, "one"},           {"fr", 2, "other"},
      {"fr", 1'000'000, "many"}, {"en", 0, "other"},         {"en", 1, "one"},
      {"es", 1'000'000, "many"}, {"it", 1'000'000, "many"},  {"pt", 1'000'000, "many"},
      {"ca", 1'000'000, "many"}, {"de", 1'000'000, "other"}, {"lv", 0, "zero"},
      {"ro", 0, "few"},          {"pl", 0, "many"},          {"uk", 0, "many"},
      {"mt", 0, "few"},          {"ar", 0, "zero"},          {"ar", 1, "one"},
      {"ar", 2, "two"},          {"ar", 3, "few"},           {"ar", 11, "many"},
      {"ar", 100, "other"},      {"xx", 1, "other"},
  };
  for (const auto& [tag, number, category] : rows) {
    CAPTURE(tag, number);
    CHECK(platform.plural_category(tag, number) == category);
  }
}

TEST_CASE("icu: a number is grouped as its language groups it") {
  struct Row {
    std::string tag;
    std::int64_t number;
    std::string written;
  };
  const Row rows[] = {{"fr", 1'234'567, "1\u202f234\u202f567"},
                      {"fr", 1'234, "1\u202f234"},
                      {"pl", 12'345, "12\u00a0345"},
                      {"cs", 12'345, "12\u00a0345"},
                      {"sv", 12'345, "12\u00a0345"},
                      {"fi", 12'345, "12\u00a0345"},
                      {"bg", 12'345, "12\u00a0345"},
                      {"uk", 12'345, "12\u00a0345"},
                      {"de", 12'345, "12.345"},
                      {"it", 12'345, "12.345"},
                      {"es", 12'345, "12.345"},
                      {"es", 1'234, "1234"},
                      {"pl", 1'234, "1234"},
                      {"pt-PT", 1'234, "1234"},
                      {"en", 1'234, "1,234"},
                      {"ar", 12'345, "12,345"},
                      {"ar-EG", 12'345, "١٢٬٣٤٥"},
                      {"en", 0, "0"},
                      {"en", INT64_MAX, "9,223,372,036,854,775,807"}};
  for (const auto& [tag, number, written] : rows) {
    CAPTURE(tag, number);
    CHECK(platform.number(tag, number) == written);
  }
}

TEST_CASE("icu: a date is written to its own precision") {
  struct Row {
    std::string tag;
    Date date;
    std::string written;
  };
  const Row rows[] = {{"fr", {2019, 0, 0}, "2019"},
                      {"fr", {2023, 11, 0}, "novembre 2023"},
                      {"fr", {2023, 12, 21}, "21 décembre 2023"},
                      {"en", {2019, 0, 0}, "2019"},
                      {"en", {2023, 11, 0}, "November 2023"},
                      {"en-GB", {2023, 12, 21}, "21 December 2023"},
                      {"en-GB", {2023, 12, 21}, "21 December 2023"},
                      {"de", {2023, 12, 21}, "21. Dezember 2023"},
                      {"ar", {2019, 0, 0}, "2019"},
                      {"ar-EG", {2019, 0, 0}, "٢٠١٩"}};
  for (const auto& [tag, date, written] : rows) {
    CAPTURE(tag, date.year, date.month, date.day);
    CHECK(platform.date(tag, date) == written);
  }
}

TEST_CASE("icu: years are counted as the petition counts them, whatever its readers do") {
  for (const std::string tag : {"th", "ja-JP-u-ca-japanese", "fr-u-ca-islamic"}) {
    CHECK(platform.date(tag, {2019, 0, 0}).find("2019") != std::string::npos);
  }
}

TEST_CASE("icu: countries come in the alphabetical order of the reader's language") {
  const auto names = [](const std::string& tag) { return platform.regions(tag, "ZAFRDEESAT"); };
  CHECK(names("fr") == "ZAAfrique du Sud\nDEAllemagne\nATAutriche\nESEspagne\nFRFrance\n");
  CHECK(names("en") == "ATAustria\nFRFrance\nDEGermany\nZASouth Africa\nESSpain\n");
  // Ö stands with O in German, and at the end in Swedish.
  CHECK(names("de") == "DEDeutschland\nFRFrankreich\nATÖsterreich\nESSpanien\nZASüdafrika\n");
  CHECK(names("sv") == "FRFrankrike\nESSpanien\nZASydafrika\nDETyskland\nATÖsterrike\n");
  CHECK(platform.regions("fr", "").empty());
  CHECK(platform.regions("fr", "F").empty());
}

TEST_CASE("icu: a text is composed without its letters being changed") {
  CHECK(platform.composed("Zoe\u0308") == "Zoë");
  CHECK(platform.composed("ﬁ Ⅳ ①") == "ﬁ Ⅳ ①");
  CHECK(platform.composed("\u1112\u1161\u11ab") == "한");
  CHECK(platform.composed("").empty());
}

TEST_CASE("icu: a domain in another script has an ASCII form, or is none") {
  struct Row {
    std::string domain;
    std::string ascii;
  };
  const Row rows[] = {{"bücher.example", "xn--bcher-kva.example"},
                      {"BÜCHER.example", "xn--bcher-kva.example"},
                      {"faß.de", "xn--fa-hia.de"},
                      {"пример.рф", "xn--e1afmkfd.xn--p1ai"},
                      {"例え。テスト", "xn--r8jz45g.xn--zckzah"},
                      {"xn--\u00fc.de", ""},
                      {"\u0301a.de", ""},
                      {"a\u200db.de", ""}};
  for (const auto& [domain, ascii] : rows) {
    CAPTURE(domain);
    CHECK(platform.ascii_domain(domain) == ascii);
  }
}

TEST_CASE("ICU: in what only looks like a language it answers all the same") {
  for (const std::string none : {"ll-s", "en-u", "fr-x"}) {
    CAPTURE(none);
    CHECK(platform.date(none, {2026, 11, 28}).find("2026") != std::string::npos);
    CHECK(platform.number(none, 7) == "7");
  }
}

}  // namespace
}  // namespace petition_box
