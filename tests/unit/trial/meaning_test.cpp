#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <trial/trying.hpp>

namespace petition_box {
namespace {

Meaning meant(const std::string& protocol, const Response& response) {
  const Petition petition = documents::read(with_endpoint(
      documents::small, R"j({"names": {"email_address": "mail", "sign": "agreed"}, "form": 8})j"));
  const Description description = described_by(source("embed/protocols/" + protocol + ".json"));
  return meaning_of({&petition, "https://a.example", &description}, response);
}

std::string told_of(const std::string& protocol, const Response& response) {
  const Meaning meaning = meant(protocol, response);
  return std::string(code_of(meaning, response)) + ' ' + meaning.rule + ' ' + meaning.because;
}

Response answer(int status, std::string body) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = std::move(body);
  return response;
}

TEST_CASE("meaning: whoever tries an endpoint reads the outcome, its reason and its rule") {
  CHECK(told_of("contact-form-7", answer(200, R"j({"status": "mail_sent"})j")) ==
        "counted /answers/1 ");
  CHECK(told_of("contact-form-7", answer(404, R"j({"code": "wpcf7_not_found"})j")) ==
        "set_up_wrongly /answers/10 The site has no form of that number.");
  CHECK(told_of("contact-form-7", answer(418, "")) == "set_up_wrongly  ");
}

TEST_CASE("meaning: the fields that are refused have our names") {
  const Meaning meaning = meant("contact-form-7", answer(200, R"j({"status": "validation_failed",
                             "invalid_fields": [{"field": "mail"}, {"field": "other"}]})j"));
  CHECK(meaning.fields == std::vector<std::string>{"email_address", ""});
  CHECK(lines_of(meaning) ==
        "outcome: refused\nrule: /answers/3\nfield: email_address\nfield: (of the whole form)\n");
  CHECK(lines_of(meant("contact-form-7", answer(200, R"j({"status": "aborted"})j"))) ==
        "outcome: refused\nrule: /answers/6\nfield: (of the whole form)\n"
        "because: Another plugin of the site stopped the form.\n");
}

TEST_CASE("meaning: without an answer it is told whether anything was sent") {
  CHECK(told_of("contact-form-7", {}) == "unread  ");
  CHECK(told_of("directus", {}) == "unreached  ");
  Response offline;
  offline.offline = true;
  CHECK(told_of("contact-form-7", offline) == "offline  ");
}

TEST_CASE("meaning: the reference endpoint's answers are told in the same words") {
  const Petition petition = documents::read(documents::small);
  const Response counted = answer(201, R"j({"status": "received"})j");
  const Meaning meaning = meaning_of({&petition, "https://a.example", nullptr}, counted);
  CHECK(code_of(meaning, counted) == "counted");
  CHECK(meaning.rule.empty());
}

}  // namespace
}  // namespace petition_box
