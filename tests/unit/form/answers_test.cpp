#include <unit/catch.hpp>

#include <algorithm>
#include <random>
#include <string>

#include <nlohmann/json.hpp>

#include <form/check.hpp>
#include <icu/icu_platform.hpp>
#include <unicode/utf8.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>
#include <unit/form/signer.hpp>

namespace petition_box {
namespace {

const IcuPlatform platform;

// The module says the same of them: tests/wasm/answers.test.mjs.
TEST_CASE("form: each answer of the table is kept as it says, or refused") {
  const auto rows = nlohmann::json::parse(read_file("tests/unit/form/answers.json"));
  const Petition petition = documents::read(documents::full);
  CHECK(rows.size() > 40);
  for (const auto& row : rows) {
    CAPTURE(row.dump());
    const std::string field = row["field"];
    Answers answers = all_answers();
    answers["country"] = row.value("country", "FR");
    if (field != "postal_code" && answers["country"] != "FR") FAIL("no postcode");
    answers[field] = row["typed"].get<std::string>();
    const Checked checked = check(petition, answers, platform);
    CHECK(checked.errors.empty() == !row["kept"].is_null());
    if (row["kept"].is_null()) {
      CHECK(checked.errors.front().name == field);
    } else {
      CHECK(checked.cleaned[field] == row["kept"].get<std::string>());
    }
  }
}

// Text of what is hard: marks, blanks, fillers, brackets, digits of other scripts, halves of UTF-8.
std::string nasty_text(std::mt19937& random) {
  static const std::string pieces[] = {
      "a",       "@",        "b.org",  ".",      "1",      "75011",      "SW1A 1AA", " ",
      "\n",      "\u0301",   "\u0323", "\u0344", "\u200b", "\u3164",     "\u2800",   "\u0661",
      "\uff11",  "\u2013",   "<",      ">",      "(",      ")",          "\"",       "'",
      "mailto:", "\u3002",   "\u4f8b", "xn--",   "\u00df", "\u1112",     "\u1161",   "\u11ab",
      "\u0958",  "\u202e",   "CEDEX",  "FIN-",   "\uff20", "\U0001d15e", "\u05b0",   "\U000e0041",
      "\xff",    "\xe2\x82", "://",    "www.",   "?",      "{",          "}",        "\u212b"};
  std::string text;
  for (std::size_t i = random() % 9; i > 0; --i) text += pieces[random() % std::size(pieces)];
  return text;
}

TEST_CASE("form: what was found right and cleaned is right and clean, whatever was typed") {
  std::mt19937 random(1789);
  const Petition petition = documents::read(documents::full);
  const std::string countries[] = {"FR", "GB", "PL", "LV", "JP", "MT"};
  int right = 0;
  for (int round = 0; round < 20'000; ++round) {
    Answers answers = all_answers();
    const std::string field = petition.fields[random() % petition.fields.size()].name;
    if (field != "country") answers["country"] = countries[random() % 6];
    answers["postal_code"] = answers["country"] == "FR" ? "75011" : "";
    answers[field] = nasty_text(random);
    const Checked once = check(petition, answers, platform);
    const Checked twice = check(petition, once.cleaned, platform);
    CAPTURE(field, answers[field], answers["country"], once.cleaned[field]);
    for (const FieldError& error : twice.errors) {
      // Nothing is found wrong that was not before.
      const bool before = std::any_of(once.errors.begin(), once.errors.end(),
                                      [&](const FieldError& e) { return e.name == error.name; });
      REQUIRE(before);
    }
    REQUIRE(is_utf8(once.cleaned[field]));
    REQUIRE(once.cleaned[field].size() <= most_bytes_of(*petition.field(field)));
    const bool wrong = std::any_of(once.errors.begin(), once.errors.end(),
                                   [&](const FieldError& e) { return e.name == field; });
    if (wrong) continue;
    ++right;
    REQUIRE(twice.cleaned[field] == once.cleaned[field]);
  }
  CHECK(right > 2000);
}

}  // namespace
}  // namespace petition_box
