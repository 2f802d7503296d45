#include <unit/catch.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <filesystem>
#include <string>

#include <command/file.hpp>
#include <english/mistakes.hpp>
#include <json/write.hpp>
#include <unit/document/documents.hpp>
#include <wire/read_description.hpp>

namespace petition_box {
namespace {

using documents::changed;

const std::string whole = R"j({
  "protocol": "form-service",
  "title": "Form Service",
  "options": {
    "form": {"kind": "text", "label": {"en": "Form", "fr": "Formulaire"}, "hint": {"en": "Its id"}},
    "names": {"kind": "names", "label": {"en": "Names"}, "optional": true}
  },
  "request": {
    "method": "POST",
    "url": "${url}/f/${options.form}",
    "encoding": "json",
    "headers": {"Accept-Language": "en"},
    "body": {"email": {"$eval": "email_address"}}
  },
  "readable": true,
  "catches_duplicates": false,
  "answers": [
    {"status": [200, 201], "type": "application/json", "empty": false, "equals": {"/ok": true},
     "has": ["/next"], "lacks": ["/error"], "contains": {"": "ok"}, "begins": {"/next": "/"},
     "outcome": "counted"},
    {"outcome": "refused", "because": {"en": "It was refused."}}
  ],
  "errors": {"list": "/errors", "field": "/field", "prefix": "<", "suffix": ">",
             "names": {"email": "email_address"}},
  "count": {"url": "${url}/count", "pointer": "/count"},
  "look": [{"url": "${url}/form", "list": "/fields", "field": "/name", "shows": ["/title"]}],
  "form": {"action": "${url}", "body": {"email": {"$eval": "email_address"}}},
  "subscribes": "everyone",
  "is_consent": false,
  "setup": [{"en": "Allow any origin."}],
  "x-note": 1
})j";

std::string mistakes_in(const std::string& text) {
  std::string told;
  for (const json::Mistake& mistake : read_description(text).mistakes) {
    told += mistake.pointer + " " + mistake.expected + "; ";
  }
  return told;
}

TEST_CASE("description: one with every member has no mistakes") {
  CHECK(mistakes_in(whole).empty());
  CHECK(described_by(whole).encoding() == Encoding::json);
}

TEST_CASE("description: each mistake is told with its place") {
  struct Row {
    std::string from;
    std::string to;
    std::string told;
  };
  const Row rows[] = {
      {R"j("protocol": "form-service")j", R"j("protocol": "Form Service")j",
       "/protocol petition_name_form; "},
      {R"j("protocol": "form-service",)j", "", "/protocol protocol_name; "},
      {R"j("form": {)j", R"j("url": {)j", "/options/url protocol_option_name; "},
      {R"j("form": {)j", R"j("Form": {)j", "/options/Form protocol_option_name; "},
      {R"j("kind": "text")j", R"j("kind": "number")j", "/options/form/kind option_kind; "},
      {R"j("label": {"en": "Names"}, )j", "", "/options/names/label words; "},
      {R"j({"en": "Names"})j", R"j({})j", "/options/names/label some_translation; "},
      {R"j({"en": "Names"})j", R"j("Names")j", "/options/names/label an object; "},
      {R"j("optional": true)j", R"j("of": "consents")j", ""},
      {R"j("optional": true)j", R"j("of": "fields")j", "/options/names/of names_of; "},
      {R"j("form": {)j", R"j("count": {)j", "/options/count protocol_option_name; "},
      {R"j("optional": true)j", R"j("optional": 1)j", "/options/names/optional true or false; "},
      {R"j("method": "POST")j", R"j("method": "GET")j", "/request/method method; "},
      {R"j("${url}/f/${options.form}")j", R"j("${url}/f/${options form}")j",
       "/request/url expression; "},
      {R"j("encoding": "json")j", R"j("encoding": "xml")j", "/request/encoding encoding; "},
      {R"j("encoding": "json",)j", "", "/request/encoding encoding; "},
      {R"j("Accept-Language")j", R"j("Authorization")j",
       "/request/headers/Authorization no_secret; "},
      {R"j("Accept-Language")j", R"j("X-API-KEY")j", "/request/headers/X-API-KEY no_secret; "},
      {R"j("Accept-Language")j", R"j("My-Token")j", "/request/headers/My-Token no_secret; "},
      {R"j("Accept-Language")j", R"j("content-type")j",
       "/request/headers/content-type header_name; "},
      {R"j("Accept-Language")j", R"j("Bad Name")j", "/request/headers/Bad Name header_name; "},
      {R"j({"Accept-Language": "en"})j", R"j({"Accept-Language": "e\nn"})j",
       "/request/headers/Accept-Language no_controls; "},
      {R"j({"Accept-Language": "en"})j", R"j({"Idempotency-Key": "en"})j", ""},
      {R"j("body": {"email": {"$eval": "email_address"}}
  },)j",
       R"j("body": {"email": {"$let": 1}}
  },)j",
       "/request/body/email/$let operator; "},
      {R"j("readable": true)j", R"j("readable": false)j", "/readable simple_request; "},
      {R"j("status": [200, 201])j", R"j("status": [200])j", "/answers/0/status status; "},
      {R"j("status": [200, 201])j", R"j("status": 0)j", "/answers/0/status status; "},
      {R"j("status": [200, 201])j", R"j("status": "200")j", "/answers/0/status status; "},
      {R"j("equals": {"/ok": true})j", R"j("equals": {"ok": true})j",
       "/answers/0/equals/ok pointer; "},
      {R"j("has": ["/next"])j", R"j("has": ["next"])j", "/answers/0/has/0 pointer; "},
      {R"j("contains": {"": "ok"})j", R"j("contains": {"": 7})j", "/answers/0/contains/ a text; "},
      {R"j("outcome": "refused")j", R"j("outcome": "signed")j", "/answers/1/outcome outcome; "},
      {R"j("outcome": "counted")j", R"j("x-outcome": 1)j", "/answers/0/outcome outcome; "},
      {R"j("list": "/errors")j", R"j("list": "errors")j", "/errors/list pointer; "},
      {R"j("names": {"email": "email_address"})j", R"j("names": ["email_address"])j",
       "/errors/names names_of_errors; "},
      {R"j("names": {"email": "email_address"})j", R"j("names": "email_address")j",
       "/errors/names names_of_errors; "},
      {R"j("names": {"email": "email_address"})j", R"j("names": {"email": ["x"]})j",
       "/errors/names/email own_name; "},
      {R"j("names": {"email": "email_address"})j", R"j("names": {"email": "E-Mail"})j",
       "/errors/names/email own_name; "},
      {R"j("names": {"email": "email_address"})j", R"j("names": {"email": null})j", ""},
      {R"j("pointer": "/count")j", R"j("pointer": "/~")j", "/count/pointer pointer; "},
      {R"j("list": "/fields")j", R"j("list": "fields")j", "/look/0/list pointer; "},
      {R"j("url": "${url}/form", )j", "", "/look/0/url address_template; "},
      {R"j("action": "${url}")j", R"j("action": "${")j", "/form/action expression; "},
      {R"j("subscribes": "everyone")j", R"j("subscribes": true)j", "/subscribes a text; "},
      {R"j("is_consent": false)j", R"j("is_consent": "yes")j", "/is_consent true or false; "},
      {R"j("subscribes": "everyone")j", R"j("subscribes": "some")j", "/subscribes everyone; "},
      {R"j([{"en": "Allow any origin."}])j", R"j(["Allow"])j", "/setup/0 an object; "},
  };
  for (const auto& [from, to, told] : rows) {
    CAPTURE(from, to);
    CHECK(mistakes_in(changed(whole, from, to)) == told);
  }
  CHECK(mistakes_in(changed(whole, "\"setup\"", "\"set_up\"")).find("/set_up members ") == 0);
  CHECK(mistakes_in("[]") == " an object; ");
  CHECK(mistakes_in("{}") == "/protocol protocol_name; /request request; ");
  CHECK(mistakes_in("{") == " well-formed JSON; ");
}

TEST_CASE("description: every mistake has its words in English") {
  json::Mistakes mistakes = read_description(R"j({"protocol": 1})j").mistakes;
  for (json::Mistake& mistake : mistakes) {
    const std::string code = mistake.expected;
    if (code != "a text") CHECK(in_english(std::move(mistake)).expected != code);
  }
}

TEST_CASE("description: a request is preflighted where browsers ask leave for it") {
  const auto asks = [](const std::string& from, const std::string& to) {
    const std::string simple =
        changed(changed(whole, "\"encoding\": \"json\"", "\"encoding\": \"urlencoded\""),
                R"j("headers": {"Accept-Language": "en"},)j", "");
    return described_by(changed(simple, from, to)).is_preflighted();
  };
  CHECK_FALSE(asks("POST", "POST"));
  CHECK_FALSE(asks("\"urlencoded\"", "\"multipart\""));
  CHECK_FALSE(asks("\"urlencoded\"", "\"text\""));
  CHECK(asks("\"urlencoded\"", "\"json\""));
  CHECK(asks("POST", "PUT"));
  CHECK(asks("\"encoding\"", "\"headers\": {\"X-Requested-With\": \"x\"}, \"encoding\""));
  CHECK_FALSE(asks("\"encoding\"", "\"headers\": {}, \"encoding\""));
}

TEST_CASE("description: those that come with the box, and the examples, have no mistakes") {
  int described = 0;
  for (const char* folder : {"embed/protocols", "examples/protocols"}) {
    const auto paths = files_in(std::filesystem::path(PETITION_BOX_SOURCES) / folder, ".json");
    REQUIRE(std::holds_alternative<Paths>(paths));
    for (const auto& path : std::get<Paths>(paths)) {
      CAPTURE(path);
      const auto text = read_file(path, most_description_bytes);
      REQUIRE(text.has_value());
      const ReadDescription read = read_description(*text);
      CHECK(json::describe(read.mistakes) == "");
      REQUIRE(read.description.has_value());
      CHECK(read.description->part("protocol")->text == path.stem());
      ++described;
    }
  }
  CHECK(described > 15);
}

}  // namespace
}  // namespace petition_box
