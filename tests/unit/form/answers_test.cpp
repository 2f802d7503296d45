#include <unit/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

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

using Json = nlohmann::json;

// Where a document or a table has one thing or a list of them, a list.
std::vector<std::string> values_in(const Json& typed) {
  if (typed.is_array()) return typed.get<std::vector<std::string>>();
  return {typed.get<std::string>()};
}

void answer(Answers& answers, const std::string& name, const Json& typed) {
  const std::vector<std::string> values = values_in(typed);
  if (name.rfind(consent_prefix, 0) != 0) {
    answers[name] = join_choices(values);
    return;
  }
  ConsentAnswer& consent = answers.consent(name.substr(consent_prefix.size()));
  consent.decision = Decision::none;
  for (const Decision decision : all_decisions) {
    if (!values.empty() && values.front() == name_of(decision)) consent.decision = decision;
  }
}

// A text that a row of the table says: "times" as often, where it has that.
std::string text_in(const Json& row, const char* name) {
  std::string text;
  for (int times = row.value("times", 1); times > 0; --times) {
    text += join_choices(values_in(row[name]));
  }
  return text;
}

Answers answers_of(const Json& right, const Json& row) {
  Answers answers;
  for (const auto& [name, typed] : right.items()) answer(answers, name, typed);
  const Json beside = row.value("beside", Json::object());
  for (const auto& [name, typed] : beside.items()) answer(answers, name, typed);
  const std::string field = row["field"];
  answer(answers, field, row.contains("times") ? Json(text_in(row, "typed")) : row["typed"]);
  return answers;
}

// The module and the endpoint say the same of them: tests/wasm/answers.test.mjs and
// tests/endpoint/answers.test.mjs.
TEST_CASE("form: each answer of the table is kept as it says, or refused with its code") {
  const Json table = Json::parse(read_file("tests/unit/form/answers.json"));
  const Petition petition = documents::read(table["petition"].dump());
  std::set<FieldKind> kept;
  std::set<FieldKind> refused;
  for (const Json& row : table["rows"]) {
    CAPTURE(row.dump());
    const std::string name = row["field"];
    const Field* field = petition.field(name);
    const Checked checked = check(petition, answers_of(table["right"], row), platform);
    if (row.contains("code")) {
      CHECK(checked.errors == std::vector<FieldError>{{name, row["code"]}});
      if (field != nullptr) refused.insert(field->kind);
    } else {
      REQUIRE(field != nullptr);
      CHECK(checked.errors.empty());
      CHECK(checked.cleaned[name] == text_in(row, "kept"));
      kept.insert(field->kind);
    }
  }
  CHECK(kept.size() == all_field_kinds.size());
  CHECK(refused.size() == all_field_kinds.size());
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
