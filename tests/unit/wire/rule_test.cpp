#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include <wire/rule.hpp>

namespace petition_box {
namespace {

using documents::changed;

// A service without rules or errors of its own.
const std::string plain = R"j({
  "protocol": "service",
  "request": {"url": "${url}", "encoding": "urlencoded", "body": {}},
  "answers": []
})j";

std::string with_rule(const std::string& rule) {
  return changed(plain, "[]", "[{" + rule + R"j(, "outcome": "counted"}])j");
}

Response response(int status, const std::string& body, const std::string& type = "text/html") {
  Response response;
  response.status = status;
  response.body = body;
  response.type = type;
  return response;
}

std::string outcome(const std::string& description, const Response& response,
                    const std::string& endpoint = R"j({"url": "https://endpoint.example"})j") {
  const DescribedEndpoint used{described_by(description),
                               documents::read(with_endpoint(documents::full, endpoint))};
  return told(described::outcome(*used, response, 0));
}

bool holds(const std::string& rule, const Response& response) {
  return described::rule_for(described_by(with_rule(rule)), response) != nullptr;
}

TEST_CASE("rule: each condition holds for what it says, and for nothing else") {
  const Response json =
      response(201, R"j({"ok": true, "n": 1, "nothing": null, "list": [{"a/b": "text"}]})j",
               "Application/JSON; charset=utf-8");
  const std::string that_hold[] = {
      R"j("status": 201)j",
      R"j("status": [200, 299])j",
      R"j("type": "application/json")j",
      R"j("empty": false)j",
      R"j("equals": {"/ok": true, "/n": 1, "/nothing": null, "/list/0": {"a/b": "text"}})j",
      R"j("has": ["/nothing", "/list/0/a~1b", ""])j",
      R"j("lacks": ["/list/1", "/other"])j",
      R"j("contains": {"": "\"ok\": true", "/list/0/a~1b": "ex"})j",
      R"j("begins": {"": "{\"ok", "/list/0/a~1b": "te"})j",
      R"j("x-note": 1)j",
  };
  const std::string that_do_not[] = {
      R"j("status": 200)j",
      R"j("status": [202, 299])j",
      R"j("status": [200, 200])j",
      R"j("type": "application/json5")j",
      R"j("type": "text/html")j",
      R"j("empty": true)j",
      R"j("equals": {"/ok": "true"})j",
      R"j("equals": {"/ok": true, "/n": "1"})j",
      R"j("equals": {"/other": null})j",
      R"j("has": ["/ok", "/other"])j",
      R"j("lacks": ["/nothing"])j",
      R"j("contains": {"/n": "1"})j",
      R"j("contains": {"/other": "x"})j",
      R"j("begins": {"/list/0/a~1b": "ext"})j",
      R"j("status": 201, "has": ["/other"])j",
  };
  for (const std::string& rule : that_hold) {
    CAPTURE(rule);
    CHECK(holds(rule, json));
  }
  for (const std::string& rule : that_do_not) {
    CAPTURE(rule);
    CHECK_FALSE(holds(rule, json));
  }
}

TEST_CASE("rule: of a body that is no JSON only the whole text is there") {
  const Response text = response(500, "FAIL, sorry");
  CHECK(holds(R"j("equals": {"": "FAIL, sorry"}, "lacks": ["/a"], "begins": {"": "FAIL"})j", text));
  CHECK_FALSE(holds(R"j("has": ["/0"])j", text));
  CHECK_FALSE(holds(R"j("equals": {"/a": "FAIL"})j", text));
  CHECK(holds(R"j("empty": true)j", response(204, "")));
  CHECK(holds(R"j("equals": {"": 0})j", response(400, "0")));
  CHECK_FALSE(holds(R"j("equals": {"": "0"})j", response(400, "0")));
}

TEST_CASE("rule: the first that holds names the outcome") {
  const std::string rules = changed(plain, "[]", R"j([
    {"status": 200, "equals": {"/s": "a"}, "outcome": "counted"},
    {"status": 200, "equals": {"/s": "b"}, "outcome": "to_be_confirmed"},
    {"status": 200, "equals": {"/s": "c"}, "outcome": "already_signed"},
    {"status": 200, "equals": {"/s": "d"}, "outcome": "refused"},
    {"status": 200, "equals": {"/s": "e"}, "outcome": "closed"},
    {"status": 200, "equals": {"/s": "f"}, "outcome": "not_now"},
    {"status": 200, "equals": {"/s": "g"}, "outcome": "lost"},
    {"status": 200, "equals": {"/s": "h"}, "outcome": "not_confirmed"},
    {"status": 200, "outcome": "set_up_wrongly"}
  ])j");
  const std::string catching =
      changed(rules, "\"answers\"", "\"catches_duplicates\": true, \"answers\"");
  const std::map<std::string, std::string> outcomes{
      {"a", "received"}, {"b", "to be confirmed"}, {"c", "received"},
      {"d", "refused"},  {"e", "closed"},          {"f", "not now"},
      {"g", "lost"},     {"h", "not confirmed"},   {"i", "set up wrongly"}};
  for (const auto& [status, expected] : outcomes) {
    CAPTURE(status);
    const Response answer = response(200, R"j({"s": ")j" + status + "\"}");
    CHECK(outcome(catching, answer) == expected);
    // What may have arrived is not sent again where it would be there twice.
    CHECK(outcome(rules, answer) == (status == "g" ? "not confirmed" : expected));
  }
}

TEST_CASE("rule: where none holds the status says what it means") {
  const std::map<int, std::string> outcomes{
      {200, "not confirmed"},  {204, "not confirmed"},  {301, "set up wrongly"},
      {400, "set up wrongly"}, {404, "set up wrongly"}, {408, "not now"},
      {425, "not now"},        {429, "not now"},        {500, "not confirmed"},
      {502, "not confirmed"},  {503, "not now"},        {504, "not confirmed"}};
  for (const auto& [status, expected] : outcomes) {
    CAPTURE(status);
    CHECK(outcome(plain, response(status, "")) == expected);
  }
  Response later = response(503, "");
  later.retry_after = "120";
  CHECK(outcome(plain, later) == "not now 120");
  CHECK(outcome(changed(plain, "\"answers\"", "\"catches_duplicates\": true, \"answers\""),
                response(500, "")) == "lost");
}

TEST_CASE("rule: without a response that may be read, what was sent is told from what was not") {
  struct Row {
    std::string description;
    std::string rejected;
    std::string timed_out;
  };
  const std::string catching =
      changed(plain, "\"answers\"", "\"catches_duplicates\": true, \"answers\"");
  const std::string preflighted = changed(plain, "urlencoded", "json");
  const Row rows[] = {
      {plain, "not confirmed", "not confirmed"},
      {catching, "lost", "lost"},
      {preflighted, "not now", "not confirmed"},
      {changed(catching, "urlencoded", "json"), "not now", "lost"},
      {changed(plain, "\"answers\"", "\"readable\": false, \"answers\""), "not confirmed",
       "not confirmed"},
  };
  for (const auto& [description, rejected, timed_out] : rows) {
    CAPTURE(description);
    Response none;
    CHECK(outcome(description, none) == rejected);
    none.timed_out = true;
    CHECK(outcome(description, none) == timed_out);
    none.timed_out = false;
    none.offline = true;
    CHECK(outcome(description, none) == "not now");
  }
}

std::string refusing(const std::string& errors) {
  return changed(plain, "[]", R"j([{"outcome": "refused"}], "errors": )j" + errors);
}

TEST_CASE("rule: what is refused is told by our fields and consents") {
  struct Row {
    std::string errors;
    std::string body;
    std::string outcome;
  };
  const Row rows[] = {
      {R"j({"list": "/e", "field": "/f"})j", R"j({"e": [{"f": "country"}, {"f": "comment"}]})j",
       "refused country:endpoint comment:endpoint"},
      {R"j({"list": "/e", "field": "/f"})j", R"j({"e": [{"f": "country"}, {"f": "country"}]})j",
       "refused country:endpoint"},
      {R"j({"list": "/e", "field": "/f"})j", R"j({"e": [{"f": "other"}, {}, 7, {"f": {}}]})j",
       "refused :endpoint"},
      {R"j({"list": "/e", "field": "/f"})j", R"j({"e": []})j", "refused"},
      {R"j({"list": "/e", "field": "/f"})j", R"j({"e": null})j", "refused"},
      {R"j({"list": "/e", "field": "/f"})j", "<p>no", "refused"},
      {R"j({"list": "/e"})j", R"j({"e": ["country", "consent_updates", "sign"]})j",
       "refused country:endpoint consent_updates:endpoint consent_sign:endpoint"},
      {R"j({"list": "/e"})j", R"j({"e": {"country": "It is <b>wrong</b>", "nope": 1}})j",
       "refused country:endpoint :endpoint"},
      {R"j({"list": "", "field": "/m", "prefix": "Error in 'fields.", "suffix": "'."})j",
       R"j([{"m": "Error in 'fields.country'. No"}, {"m": "Error in 'fields.country"}, {"m": "?"}])j",
       "refused country:endpoint :endpoint"},
      {R"j({"list": "/e", "field": "/f", "names": {"mail": "email_address", "dup": null, "n": "x"}})j",
       R"j({"e": [{"f": "dup"}, {"f": "mail"}]})j", "refused email_address:endpoint"},
      {R"j({"list": "/e", "field": "/f", "names": {"n": "x"}})j",
       R"j({"e": [{"f": "n"}, {"f": "country"}]})j", "refused :endpoint"},
      {R"j({"list": "/e", "field": "/f", "names": {"8": "country"}})j", R"j({"e": [{"f": 8}]})j",
       "refused country:endpoint"},
      {R"j({"list": "/e", "field": "/p", "prefix": "a.", "names": {"b.c": "country"}})j",
       R"j({"e": [{"p": ["a", "b", "c"]}]})j", "refused country:endpoint"},
      {R"j({"list": "/meta", "field": "/m"})j", R"j({"meta": {"m": "country", "other": 1}})j",
       "refused country:endpoint"},
  };
  for (const auto& [errors, body, expected] : rows) {
    CAPTURE(errors, body);
    CHECK(outcome(refusing(errors), response(400, body)) == expected);
  }
}

TEST_CASE("rule: what is wrong with a part of an answer stands at the answer") {
  for (const std::string theirs :
       {R"j("topics")j", R"j("topics[]")j", R"j("topics[0]")j", R"j("topics.1")j",
        R"j("topics[0].address")j", R"j("topics/0/address")j", R"j(["topics", 0])j"}) {
    CAPTURE(theirs);
    const Response answer = response(400, R"j({"e": [{"f": )j" + theirs + "}]}");
    for (const std::string name : {"topics", "topics[]"}) {
      CAPTURE(name);
      const std::string errors =
          R"j({"list": "/e", "field": "/f", "names": {")j" + name + R"j(": "country"}})j";
      CHECK(outcome(refusing(errors), answer) == "refused country:endpoint");
    }
  }
  const std::string person = R"j({"list": "/e", "field": "/f", "names": {
      "person.emails[0].address": "email_address", "person.name": "given_name", "person": null}})j";
  const auto told = [&](const std::string& theirs) {
    return outcome(refusing(person), response(400, R"j({"e": [{"f": ")j" + theirs + "\"}]}"));
  };
  CHECK(told("person.emails[0].address") == "refused email_address:endpoint");
  CHECK(told("person.name.first") == "refused given_name:endpoint");
  CHECK(told("person.emails[1].address") == "refused");
  CHECK(told("topic") == "refused :endpoint");
  CHECK(outcome(refusing(R"j({"list": "/e"})j"),
                response(400, R"j({"e": {"country.0": "no"}})j")) == "refused country:endpoint");
}

TEST_CASE("rule: the names of fields may be those of the petition's own endpoint") {
  const std::string description =
      changed(refusing(R"j({"list": "/e", "names": {"$map": {"$eval": "options.names"},
                    "each(theirs,ours)": {"${theirs}": "${ours}"}}})j"),
              "\"request\"",
              R"j("options": {"names": {"kind": "names", "label": {"en": "Names"}}}, "request")j");
  CHECK(outcome(description, response(400, R"j({"e": ["yes-mail", "your-land", "land"]})j"),
                R"j({"names": {"country": "your-land", "updates": "yes-mail"}})j") ==
        "refused consent_updates:endpoint country:endpoint :endpoint");
}

using Words = std::map<std::string, std::string>;
using Json = nlohmann::ordered_json;

// What they call ours.
const Words theirs{{"given", "given_name"},
                   {"firstName", "given_name"},
                   {"family", "family_name"},
                   {"lastName", "family_name"},
                   {"mail", "email_address"},
                   {"email", "email_address"},
                   {"E-mail", "email_address"},
                   {"email_address", "email_address"},
                   {"email_addresses[0].address", "email_address"},
                   {"phone", "phone_number"},
                   {"country", "country"},
                   {"address.country", "country"},
                   {"address.postcode", "postal_code"},
                   {"consent", "consent_sign"},
                   {"News", "consent_updates"}};

const Words outcomes{{"signed", "received"},
                     {"already signed", "received"},
                     {"to be confirmed", "to be confirmed"},
                     {"refused fields", "refused"},
                     {"refused", "refused"},
                     {"closed", "closed"},
                     {"try again", "not now"},
                     {"unknown", "not confirmed"},
                     {"sent, cannot be confirmed", "not confirmed"},
                     {"misconfigured", "set up wrongly"}};

// What a page gets to see of an answer.
Response seen(const Json& row) {
  const std::string& browser = row.at("browser").get_ref<const std::string&>();
  Response none;
  none.timed_out = browser == "AbortError";
  if (browser != "readable") return none;
  const Json& wire = row.at("wire");
  const Json& body = wire.at("body");
  const Json type = wire.value("contentType", Json());
  return response(wire.at("status"), body.is_string() ? body.get<std::string>() : body.dump(),
                  type.is_string() ? type.get<std::string>() : "");
}

std::string expected_of(const Json& row) {
  std::string expected = outcomes.at(row.at("outcome"));
  if (expected != "refused") return expected;
  std::string fields;
  for (const auto& field : row.value("fields", Json::array())) {
    const auto ours = theirs.find(field.get<std::string>());
    const std::string name = ours == theirs.end() ? "" : ours->second;
    if (fields.find(" " + name + ":") == std::string::npos) fields += " " + name + ":endpoint";
  }
  return expected + fields;
}

TEST_CASE("rule: what real endpoints have answered means what it meant to them") {
  // Nobody sends a null, or leaves out the header that Mautic asks for; and of what was stopped
  // before it was sent one knows that.
  const Words of_requests_like_ours{{"proca/null-email", "not now"},
                                    {"mautic/no-xhr-header", "not now"},
                                    {"mautic/xhr-header-origin-not-allowed", "not now"}};
  const std::string text = changed(documents::full, R"j({"name": "postal_code"})j",
                                   R"j({"name": "postal_code"}, {"name": "phone_number"})j");
  // As somebody sets each of the endpoints up.
  const Json set_up = Json::parse(source("tests/vectors/set-up.json"));
  int tried = 0;
  for (const char* file : {"tests/vectors/endpoints.json", "tests/vectors/documented.json"}) {
    for (const auto& row : Json::parse(source(file))) {
      const std::string name = row.at("id");
      const auto endpoint = set_up.find(row.at("endpoint").get<std::string>());
      if (endpoint == set_up.end()) continue;
      const DescribedEndpoint used{
          described_by(source(endpoint->at("description"))),
          documents::read(with_endpoint(text, endpoint->at("options").dump()))};
      const auto special = of_requests_like_ours.find(name);
      const std::string expected =
          special == of_requests_like_ours.end() ? expected_of(row) : special->second;
      std::string found = told(described::outcome(*used, seen(row), 0));
      // An error of the whole form names no field.
      if (expected == "refused" && found == "refused :endpoint") found = expected;
      CAPTURE(name);
      CHECK(found == expected);
      ++tried;
    }
  }
  CHECK(tried > 120);
}

}  // namespace
}  // namespace petition_box
