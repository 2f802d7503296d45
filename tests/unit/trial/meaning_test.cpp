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
  return sentence_of(meaning, response) + ' ' + grounds_of(meaning, response);
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
        "The signature was counted. Status 200, by the rule /answers/1 of the protocol.");
  CHECK(told_of("contact-form-7", answer(404, R"j({"code": "wpcf7_not_found"})j")) ==
        "The signature was not taken, and will not be: something is set up wrongly. The site has "
        "no form of that number. Status 404, by the rule /answers/10 of the protocol.");
  CHECK(told_of("contact-form-7", answer(418, "")) ==
        "The signature was not taken, and will not be: something is set up wrongly. Status 418.");
}

TEST_CASE("meaning: the fields that are refused have our names") {
  const Meaning meaning = meant("contact-form-7", answer(200, R"j({"status": "validation_failed",
                             "invalid_fields": [{"field": "mail"}, {"field": "other"}]})j"));
  CHECK(meaning.fields == std::vector<std::string>{"email_address", ""});
  CHECK(lines_of(meaning) ==
        "outcome: refused\nrule: /answers/3\nfield: email_address\nfield: (of the whole form)\n");
}

TEST_CASE("meaning: without an answer it is told whether anything was sent") {
  CHECK(told_of("contact-form-7", {}).find("was sent, and the answer cannot be read here") !=
        std::string::npos);
  CHECK(told_of("directus", {}).find("Nothing was sent: the endpoint cannot be reached") == 0);
  Response offline;
  offline.offline = true;
  CHECK(told_of("contact-form-7", offline).find("This browser has no network.") == 0);
}

TEST_CASE("meaning: the reference endpoint's answers are told in the same words") {
  const Petition petition = documents::read(documents::small);
  const Response counted = answer(201, R"j({"status": "received"})j");
  const Meaning meaning = meaning_of({&petition, "https://a.example", nullptr}, counted);
  CHECK(sentence_of(meaning, counted) == "The signature was counted.");
  CHECK(grounds_of(meaning, counted) == "Status 201.");
}

}  // namespace
}  // namespace petition_box
