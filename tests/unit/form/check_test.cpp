#include <unit/catch.hpp>

#include <string>

#include <form/check.hpp>
#include <icu/icu_platform.hpp>
#include <unit/document/documents.hpp>
#include <unit/form/signer.hpp>

namespace petition_box {
namespace {

const IcuPlatform platform;

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

Checked check_full(const Answers& answers) {
  return check(documents::read(documents::full), answers, platform);
}

std::string errors_of(const Checked& checked) {
  std::string errors;
  for (const FieldError& error : checked.errors) errors += error.name + "." + error.code + " ";
  return errors;
}

std::string errors_with(const std::string& field, const std::string& text) {
  Answers answers = all_answers();
  answers[field] = text;
  return errors_of(check_full(answers));
}

TEST_CASE("form: a signer who answers everything that is asked for has signed") {
  CHECK(errors_of(check_full(all_answers())).empty());
}

TEST_CASE("form: what is missing is told in the order of the form, the consent last") {
  CHECK(errors_of(check_full({})) ==
        "given_name.missing family_name.missing email_address.missing country.missing "
        "postal_code.missing consent_sign.missing ");
  CHECK(errors_of(check(documents::read(documents::small), {}, platform)) ==
        "email_address.missing consent_sign.missing ");
}

TEST_CASE("form: blanks and what cannot be seen are no answer") {
  for (const std::string blank : {" ", "\t\n", "\u00a0", "\u200b\ufeff", "\u202e", "\x01", "\u3164",
                                  "\u2800", "\u0301", "\u2060\ufe0f", "\ue000"}) {
    CHECK(errors_with("given_name", blank) == "given_name.missing ");
    CHECK(errors_with("comment", blank).empty());
  }
}

TEST_CASE("form: an answer that is not UTF-8 is refused, and never shortened") {
  for (const std::string name : {"Fran\xE7ois", "Andr\xE9", "\xED\xA0\x80", "\xC0\xAF", "Zo\xC3"}) {
    CHECK(errors_with("given_name", name) == "given_name.encoding ");
    CHECK(errors_with("comment", name) == "comment.encoding ");
  }
  CHECK(errors_with("email_address", "zo\xEB@example.org") == "email_address.encoding ");
  CHECK(errors_with("country", "FR\xFF") == "country.encoding ");
}

TEST_CASE("form: more marks on a letter than any writing has are refused") {
  CHECK(errors_with("comment", "Z" + times(31, "\u0323")) == "comment.marks ");
  CHECK(errors_with("given_name", "Z" + times(30, "\u0323")).empty());
}

TEST_CASE("form: of an answer no more bytes are looked at than it may have") {
  CHECK(errors_with("given_name", times(1020, " ")) == "given_name.missing ");
  CHECK(errors_with("given_name", times(1021, " ")) == "given_name.too_long ");
  CHECK(errors_with("comment", "x" + times(3999, "\u0301")) == "comment.marks ");
  CHECK(errors_with("comment", "x" + times(4000, "\u0301")) == "comment.too_long ");
  for (const std::string field : {"email_address", "country", "postal_code"}) {
    CHECK(errors_with(field, times(1021, " ")) == field + ".too_long ");
  }
}

TEST_CASE("form: whoever wants news gives an address, also where it may be left out") {
  const Petition petition = documents::read(documents::changed(
      documents::full, R"("email_address"})", R"("email_address", "optional": true})"));
  Answers answers = all_answers();
  answers["email_address"] = "\u2060 ";
  CHECK(errors_of(check(petition, answers, platform)).empty());
  say(answers, "updates", Decision::refused, 5);
  CHECK(errors_of(check(petition, answers, platform)).empty());
  say(answers, "updates", Decision::given, 5);
  CHECK(errors_of(check(petition, answers, platform)) == "email_address.missing ");
  answers["email_address"] = "zoe@example.org";
  CHECK(errors_of(check(petition, answers, platform)).empty());
}

TEST_CASE("form: the consent to sign is needed, the consent to updates is not") {
  Answers answers = all_answers();
  say(answers, "updates", Decision::refused, 5);
  CHECK(errors_of(check_full(answers)).empty());
  say(answers, "updates", Decision::given, 5);
  say(answers, "sign", Decision::none, 0);
  CHECK(errors_of(check_full(answers)) == "consent_sign.missing ");
}

TEST_CASE("form: a consent that nobody touched is neither given nor refused") {
  const Checked checked = check_full(all_answers());
  CHECK(checked.cleaned.consent("sign").decision == Decision::given);
  CHECK(checked.cleaned.consent("updates").decision == Decision::none);
}

TEST_CASE("form: a name may be written in any script, with digits, marks and blanks") {
  for (
      const std::string name :
      {"Zoë",        "Ng",           "X",      "Mary Ann", "O'Brien",
       "D’Essai",    "Jean-Paul II", "Åse",    "Łucja",    "Ελένη",
       "Ольга",      "Қайрат",       "שרה",    "فاطمة",    "می\u200cخواهم",
       "नि\u200dधि", "சாரா",         "สมชาย",  "李小龍",   "さくら",
       "지민",       "ሰላም",          "ᏣᎳᎩ",    "N’Diaye",  "van der Berg",
       "St. John",   "R2-D2",        "(Mimi)", "=1+1",     "@lex",
       "e.e.",       "www",          "http",   "ﬁ",        "Wolfeschlegelsteinhausenbergerdorff"}) {
    CAPTURE(name);
    CHECK(errors_with("given_name", name).empty());
    CHECK(errors_with("family_name", name).empty());
  }
}

TEST_CASE("form: a name that holds a web address is refused") {
  for (const std::string name :
       {"https://example.org", "Win at HTTP://EXAMPLE.ORG now", "www.example.org",
        "Visit WWW.Example.org", "Zoë wWw.example.org", "ftp://x"}) {
    CAPTURE(name);
    CHECK(errors_with("given_name", name) == "given_name.address ");
    CHECK(errors_with("family_name", name) == "family_name.address ");
    CHECK(errors_with("comment", name).empty());
  }
}

TEST_CASE("form: a name has up to 255 characters and a comment up to 2,000, once cleaned") {
  struct Row {
    std::string field;
    std::size_t most;
    std::string error;
  };
  const Row rows[] = {{"given_name", 255, "given_name.too_long "},
                      {"family_name", 255, "family_name.too_long "},
                      {"comment", 2000, "comment.too_long "}};
  for (const auto& [field, most, error] : rows) {
    for (const std::string character : {"x", "é", "e\u0301", "日", "🖊"}) {
      CAPTURE(field, character);
      CHECK(errors_with(field, times(most, character)).empty());
      CHECK(errors_with(field, times(most + 1, character)) == error);
    }
    CHECK(errors_with(field, "  " + times(most, "x\u00ad") + " \n").empty());
  }
}

TEST_CASE("form: an e-mail address, a country and a postcode have their forms") {
  CHECK(errors_with("email_address", "zoe") == "email_address.format ");
  CHECK(errors_with("email_address", times(300, "a") + "@c.fr") == "email_address.format ");
  CHECK(errors_with("country", "France") == "country.format ");
  CHECK(errors_with("country", "fr") == "country.format ");
  CHECK(errors_with("postal_code", "7501") == "postal_code.format ");
  // The same digits, somewhere else.
  CHECK(errors_with("country", "BE") == "postal_code.format ");
  CHECK(errors_with("country", "JP").empty());
}

TEST_CASE("form: a postcode of which no form is known can only be too long") {
  Answers answers = all_answers();
  answers["country"] = "JP";
  answers["postal_code"] = "123 456 789 012";
  CHECK(errors_of(check_full(answers)) == "postal_code.too_long ");
}

TEST_CASE("form: what is kept is cleaned and in its usual form") {
  Answers answers = all_answers();
  answers["given_name"] = "  Zoe\u0308 ";
  answers["email_address"] = " zoe@bücher.example\u200b";
  answers["country"] = " NL ";
  answers["postal_code"] = "1012js";
  answers["comment"] = " one \r\n two ";
  say(answers, "updates", Decision::given, 7);
  const Checked checked = check_full(answers);
  CHECK(errors_of(checked).empty());
  CHECK(checked.cleaned["given_name"] == "Zoë");
  CHECK(checked.cleaned["email_address"] == "zoe@xn--bcher-kva.example");
  CHECK(checked.cleaned["country"] == "NL");
  CHECK(checked.cleaned["postal_code"] == "1012 JS");
  CHECK(checked.cleaned["comment"] == "one\ntwo");
  CHECK(checked.cleaned.consent("sign").at == 1);
  CHECK(checked.cleaned.consent("updates").at == 7);
}

TEST_CASE("form: what was not asked for is not kept") {
  Answers answers = all_answers();
  say(answers, "updates", Decision::given, 7);
  const Checked checked = check(documents::read(documents::small), answers, platform);
  CHECK(checked.cleaned["given_name"].empty());
  CHECK(checked.cleaned["email_address"] == "zoe@example.org");
  CHECK_FALSE(checked.cleaned.gives("updates"));
}

TEST_CASE("form: the endpoint finds nothing wrong with what the box found right") {
  Answers answers = all_answers();
  answers["given_name"] = "Z\u200bo\u00ade\u0308";
  answers["postal_code"] = "F-75 011";
  answers["email_address"] = "zoe@例え。テスト";
  const Checked once = check_full(answers);
  const Checked twice = check_full(once.cleaned);
  CHECK(errors_of(twice).empty());
  for (const NameValue& answer : once.cleaned.fields()) {
    CHECK(twice.cleaned[answer.name] == answer.value);
  }
}

}  // namespace
}  // namespace petition_box
