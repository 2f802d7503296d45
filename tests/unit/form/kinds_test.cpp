#include <unit/catch.hpp>

#include <string>

#include <form/check.hpp>
#include <icu/icu_platform.hpp>
#include <unit/document/documents.hpp>
#include <unit/form/signer.hpp>

namespace petition_box {
namespace {

const IcuPlatform platform;

Answers surveyed() {
  Answers answers;
  answers["given_name"] = "Ada";
  answers["phone_number"] = "+33 1 99 00 12 34";
  answers["country"] = "FR";
  answers["profession"] = "nurse";
  answers["lives_here"] = "yes";
  answers["trips"] = "12";
  answers["birth_date"] = "1985-03-27";
  say(answers, "sign", Decision::given, 1);
  return answers;
}

Checked checked_with(const std::string& field, const std::string& text) {
  Answers answers = surveyed();
  answers[field] = text;
  return check(documents::read(documents::survey), answers, platform);
}

std::string errors_of(const Checked& checked) {
  std::string errors;
  for (const FieldError& error : checked.errors) errors += error.name + "." + error.code + " ";
  return errors;
}

TEST_CASE("form: an answer of every kind is taken in its usual form") {
  CHECK(errors_of(checked_with("given_name", "Ada")).empty());
  struct Row {
    std::string field;
    std::string typed;
    std::string kept;
  };
  const Row rows[] = {
      {"phone_number", "+33 (0)1.99-00 12/34", "+33199001234"},
      {"phone_number", "01 99 00 12 34", "0199001234"},
      {"phone_number", "tel:+33199001234", "+33199001234"},
      {"phone_number", "\u0660\u0661\u0662\u0663\u0664\u0665", "012345"},
      {"phone_number", "\uff0b\uff13\uff13\uff11\uff19\uff19\uff10\uff10", "+3319900"},
      {"trips", "1 200", "1200"},
      {"trips", "007", "7"},
      {"trips", "0", "0"},
      {"trips", "12,5", "12.5"},
      {"trips", "\u22123", "-3"},
      {"trips", "\u0967\u0968", "12"},
      {"days", "sun\nmon", "mon\nsun"},
      {"days", "tue\ntue", "tue"},
      {"days", "", ""},
      {"profession", "other", "other"},
      {"birth_date", "2024-02-29", "2024-02-29"},
      {"story", "one \n\n\n two", "one\n\ntwo"},
      {"nickname", "www.example.org", "www.example.org"},
      {"email_address", "", ""},
  };
  for (const auto& [field, text, kept] : rows) {
    CAPTURE(field, text);
    const Checked checked = checked_with(field, text);
    CHECK(errors_of(checked).empty());
    CHECK(checked.cleaned[field] == kept);
    Answers again = checked.cleaned;
    CHECK(check(documents::read(documents::survey), again, platform).cleaned[field] == kept);
  }
}

TEST_CASE("form: what is not of its field's kind is refused") {
  struct Row {
    std::string field;
    std::string typed;
    std::string code;
  };
  const Row rows[] = {
      {"phone_number", "12345", "format"},
      {"phone_number", "1234567890123456", "format"},
      {"phone_number", "call me", "format"},
      {"phone_number", "+", "format"},
      {"phone_number", "", "missing"},
      {"trips", "a few", "format"},
      {"trips", "1e3", "format"},
      {"trips", "--1", "format"},
      {"trips", "1.", "format"},
      {"trips", "1234567890123456", "format"},
      {"profession", "Nurse", "format"},
      {"profession", "nurse\nother", "format"},
      {"profession", "", "missing"},
      {"days", "fri", "format"},
      {"days", "mon\nfri", "format"},
      {"lives_here", "on", "format"},
      {"lives_here", "", "missing"},
      {"birth_date", "27/03/1985", "format"},
      {"birth_date", "2023-02-29", "format"},
      {"birth_date", "1985-03", "format"},
      {"birth_date", "?", "format"},
      {"story", std::string(2001, 'x'), "too_long"},
      {"nickname", std::string(256, 'x'), "too_long"},
      {"given_name", "www.example.org", "address"},
  };
  for (const auto& [field, text, code] : rows) {
    CAPTURE(field, text);
    CHECK(errors_of(checked_with(field, text)) == field + "." + code + " ");
  }
}

TEST_CASE("form: news from a partner need an address, too") {
  Answers answers = surveyed();
  say(answers, "updates_partner", Decision::refused, 5);
  const Petition petition = documents::read(documents::survey);
  CHECK(errors_of(check(petition, answers, platform)).empty());
  say(answers, "updates_partner", Decision::given, 5);
  CHECK(errors_of(check(petition, answers, platform)) == "email_address.missing ");
}

TEST_CASE("form: a consent that nobody touched is neither given nor refused") {
  const Checked checked = checked_with("given_name", "Ada");
  CHECK(checked.cleaned.consent("updates").decision == Decision::none);
  CHECK(checked.cleaned.consent("sign").decision == Decision::given);
}

}  // namespace
}  // namespace petition_box
