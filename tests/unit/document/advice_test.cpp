#include <unit/catch.hpp>

#include <string>

#include <document/advice.hpp>
#include <document/read.hpp>
#include <english/mistakes.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

constexpr std::int64_t in_2026 = 1'780'000'000'000;

std::string advice_on(const std::string& document, std::int64_t now = in_2026) {
  const Advice advice(now);
  json::Mistakes warnings;
  for (const json::Mistake& mistake : read_petition(document, &advice).mistakes) {
    if (mistake.found != "nothing") warnings.push_back(mistake);
  }
  for (const json::Mistake& mistake : warnings) CHECK(mistake.severity == json::Severity::warning);
  return describe_in_english(warnings);
}

std::string advice_on_title(const std::string& title) {
  return advice_on(changed(documents::full, "\"Pour une eau propre\"", '"' + title + '"'));
}

TEST_CASE("advice: there is none on what a text is for") {
  CHECK(advice_on(documents::full).empty());
  for (const std::string title : {"Line\\nby line\\n- and a list\\n- of two", "a < b & c > d",
                                  "x<y and y>z", "<https://example.org>", "2 * 3 * 4", "[1] (2)",
                                  "{ a }", "5 % { 3", "<>", "\u2067\u05d0\u2069 b"}) {
    CAPTURE(title);
    CHECK(advice_on_title(title).empty());
  }
}

TEST_CASE("advice: markup is told where readers would see it as it is written") {
  struct Row {
    std::string title;
    std::string found;
  };
  const Row html[] = {{"a <b>bold</b> word", "<b>"},
                      {"one<br>two", "<br>"},
                      {"one<br />two", "<br />"},
                      {"</p>", "</p>"},
                      {"<a href='/'>here</a>", "<a href='/'>"},
                      {"<!-- later -->", "<!--"},
                      {"salt &amp; pepper", "&amp;"},
                      {"d&#39;eau", "&#39;"},
                      {"a&nbsp;b", "&nbsp;"}};
  for (const auto& [title, found] : html) {
    CAPTURE(title);
    CHECK(
        advice_on_title(title) ==
        "/title/fr: expected a text without HTML, which readers would see as it is written, found "
        "\"" +
            found + '"');
  }
  for (const std::string title : {"a **bold** word", "[here](https://example.org)"}) {
    CAPTURE(title);
    CHECK_THAT(advice_on_title(title),
               Catch::Matchers::StartsWith("/title/fr: expected a text without Markdown"));
  }
}

TEST_CASE(
    "advice: the markup of running text is told in a title, and in a demand what is beyond it") {
  const auto advice_on_demand = [](const std::string& demand) {
    return advice_on(changed(documents::full, "Fermer la décharge.", demand));
  };
  for (const std::string demand :
       {"a *b* **c** _d_", "[a](https://example.org)", "[a](mailto:a@example.org)", "a ** b",
        "\\\\[a\\\\](b) \\\\`c\\\\` \\\\<b> \\\\# d", "\\\\# a", "1/ a", "2019. a", "a #1", "#1",
        "-", "-a", "l`a", "-5 % a", "a - b", "[1]", "a ! [b]"}) {
    CAPTURE(demand);
    CHECK(advice_on_demand(demand).empty());
  }
  struct Row {
    std::string demand;
    std::string found;
  };
  const Row rows[] = {{"a ![b](https://example.org/c.png)", "!["},
                      {"a `b`", "`"},
                      {"```\\na\\n```", "`"},
                      {"# a", "# "},
                      {"a\\n###### b", "###### "},
                      {"- a", "- "},
                      {"a\\n* b", "* "},
                      {"+ a", "+ "},
                      {"1. a", "1. "},
                      {"a\\n12) b", "12) "},
                      {"[a](b)", "]("},
                      {"[a](javascript:b)", "]("},
                      {"[a](https://example.org \\\"b\\\")", "]("}};
  for (const auto& [demand, found] : rows) {
    CAPTURE(demand);
    CHECK(advice_on_demand(demand) ==
          "/demands/0/fr: expected a text without Markdown but *emphasis*, **strong words** and "
          "[links](https://...), for readers would see it as it is written, found \"" +
              found + '"');
  }
  CHECK_THAT(advice_on_demand("a <b>c</b>"), Catch::Matchers::Contains("without HTML"));
}

TEST_CASE("advice: what the template of a page would fill in is told") {
  for (const std::string title :
       {"{{ name }}", "{% if %}", "{# a #}", "<%= a %>", "<?php", "${a}"}) {
    CAPTURE(title);
    CHECK_THAT(advice_on_title(title),
               Catch::Matchers::StartsWith("/title/fr: expected a text without what the template"));
  }
}

TEST_CASE("advice: a direction that is turned and not turned back is told") {
  for (const std::string title : {"\u2067a", "a\u2069", "\u2066\u2067a\u2069"}) {
    CAPTURE(title);
    CHECK_THAT(advice_on_title(title),
               Catch::Matchers::StartsWith("/title/fr: expected a text in which each isolate"));
  }
}

TEST_CASE("advice: every text is looked at, in each of its languages") {
  const std::string document =
      changed(changed(documents::full, "\"Deux ans.\"", "\"<i>Deux</i> ans.\""), "\"I sign.\"",
              "\"I &lt;sign.\"");
  CHECK_THAT(advice_on(document), Catch::Matchers::Contains("/controller/retention/fr: ") &&
                                      Catch::Matchers::Contains("/consents/0/statement/en: "));
}

TEST_CASE("advice: an event before the one above it is told, as far as the dates are known") {
  const auto advice = [](const std::string& first, const std::string& second) {
    const std::string events = R"("timeline": [{"date": ")" + first +
                               R"(", "text": "a"}, {"date": ")" + second +
                               R"(", "text": "b"}], "x-former": [)";
    return advice_on(changed(documents::full, "\"timeline\": [", events));
  };
  CHECK(advice("2023-11", "2023-10") ==
        "/timeline/1/date: expected a date that is not before that of the event above, found "
        "\"2023-10\" after \"2023-11\"");
  CHECK_FALSE(advice("2023", "2022-12-31").empty());
  CHECK_FALSE(advice("2023-11-02", "2023-11-01").empty());
  for (const std::string later : {"2023-11-02", "2023-11", "2023", "2024-01"}) {
    CAPTURE(later);
    CHECK(advice("2023-11-02", later).empty());
  }
}

TEST_CASE("advice: a last day that is over everywhere is told") {
  constexpr std::int64_t end_in_utc = 1'801'440'000'000;  // of 2027-01-31
  constexpr std::int64_t hours = 3'600'000;
  CHECK(advice_on(documents::full, end_in_utc + 12 * hours - 1).empty());
  CHECK(advice_on(documents::full, end_in_utc + 12 * hours) ==
        "/closes: expected a day that is not over, for this petition takes no signatures, found a "
        "day in the past");
}

}  // namespace
}  // namespace petition_box
