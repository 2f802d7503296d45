#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <string>

#include <wire/plain_form.hpp>

namespace petition_box {
namespace {

using documents::changed;

const std::string endpoint = R"j({"url": "https://e.example/", "names": {
    "given_name": "first", "family_name": "last", "email_address": "mail", "country": "land",
    "postal_code": "zip", "comment": "why", "updates": "news"}})j";

const std::string service = R"j({
  "protocol": "service",
  "options": {"names": {"kind": "names", "label": {"en": "Names"}}},
  "request": {
    "url": "${url}/api", "encoding": "multipart",
    "body": {"$merge": [
      {"id": "${submission_id}", "_form": 8, "version": "${document_version}"},
      {"$map": {"$eval": "options.names"}, "each(theirs,ours)": {"${theirs}": {
        "$if": "consents[ours] == 'given'", "then": "1", "else": {"$eval": "answers[ours]"}}}}
    ]}
  },
  "form": {"action": "${url}/post"}
})j";

std::string form(const std::string& description, const std::string& document = documents::full,
                 const std::string& written = endpoint) {
  const DescribedEndpoint used{described_by(description),
                               documents::read(with_endpoint(document, written))};
  const auto plain = described::plain_form(*used, "nl", {{"sign", "I agree to & sign."}});
  if (!plain) return "nothing";
  std::string told = plain->action + (plain->is_multipart ? " multipart" : "");
  for (const NameValue& pair : plain->hidden) told += "; " + pair.name + "=" + pair.value;
  for (const auto& [control, name, value, no] : plain->controls) {
    told += "; " + control + ": " + name + (value.empty() ? "" : "=" + value);
    if (!no.empty()) told += "/" + no;
  }
  return told;
}

bool has_end(const std::string& text, const std::string& end) {
  INFO(text);
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

TEST_CASE(
    "plain form: each field and consent has the name of the endpoint, and all else is hidden") {
  CHECK(form(service) ==
        "https://e.example/post multipart; id=; _form=8; version=2026-02-01; given_name: first; "
        "family_name: last; email_address: mail; country: land; postal_code: zip; comment: why; "
        "consent_updates: news=1");
}

TEST_CASE("plain form: it may have a body of its own") {
  CHECK(form(changed(service, R"j({"action": "${url}/post"})j",
                     R"j({"action": "${url}", "body": {"mail": {"$eval": "email_address"}}})j"),
             documents::small) == "https://e.example multipart; email_address: mail");
  CHECK(form(changed(changed(service, "multipart", "json"), R"j({"action": "${url}/post"})j",
                     R"j({"action": "${url}", "body": {"mail": {"$eval": "email_address"}}})j"),
             documents::small) == "https://e.example; email_address: mail");
}

TEST_CASE("plain form: there is none where something of the petition would be lost") {
  CHECK(form(changed(service, ",\n  \"form\": {\"action\": \"${url}/post\"}", "")) == "nothing");
  CHECK(form(service, changed(documents::full, "{\"name\": \"country\", \"initial\": \"FR\"}",
                              "{\"name\": \"organization\"}")) == "nothing");
  CHECK(form(service, documents::full, changed(endpoint, ", \"updates\": \"news\"", "")) ==
        "nothing");
  CHECK(form(changed(service, R"j({"$eval": "answers[ours]"})j", R"j("-${answers[ours]}")j")) ==
        "nothing");
  CHECK(form(changed(service, "${url}/post", "javascript:${url}")) == "nothing");
}

TEST_CASE("plain form: what it says of itself is of its language, and what the signer reads") {
  const std::string told =
      form(changed(service, R"j({"action": "${url}/post"})j",
                   R"j({"action": "${url}", "body": {"mail": {"$eval": "email_address"},
                       "lang": {"$eval": "language"}, "agreed": {"$eval": "statements.sign"}}})j"),
           documents::small);
  CHECK(told ==
        "https://e.example multipart; lang=nl; agreed=I agree to & sign.; "
        "email_address: mail");
}

TEST_CASE("plain form: there is none where an answer takes something else away") {
  const std::string usual = R"j({"$eval": "answers[ours]"})j";
  for (const char* other : {R"j({"$if": "answers[ours]", "then": {"$eval": "answers[ours]"},
                                 "else": "-"})j",
                            R"j({"$if": "answers[ours] || ours == 'updates'",
                                 "then": {"$eval": "answers[ours]"}, "else": "-"})j"}) {
    CHECK(form(changed(service, usual, other)) == "nothing");
  }
  const std::string yes = R"j("$if": "consents[ours] == 'given'", "then": "1", "else": )j" + usual;
  CHECK(form(changed(service, yes, R"j("$if": "consents[ours]", "then": "${consents[ours]}", "else":
      {"$if": "ours == 'updates'", "then": "none", "else": {"$eval": "answers[ours]"}})j")) ==
        "nothing");
}

TEST_CASE("plain form: a no is sent where the endpoint is told of it") {
  const std::string both = R"j("$if": "consents[ours]", "then": "${consents[ours]}", "else": )j";
  const std::string yes = R"j("$if": "consents[ours] == 'given'", "then": "1", "else": )j";
  const std::string names = R"j({"url": "https://e.example", "names": {
    "given_name": "a", "email_address": "b", "phone_number": "c", "organization": "d",
    "country": "e", "postal_code": "f", "profession": "g", "days": "h[]", "lives_here": "i",
    "trips": "j", "birth_date": "k", "story": "l", "nickname": "m", "updates": "n",
    "updates_partner": "o"}})j";
  CHECK(has_end(form(changed(service, yes, both), documents::survey, names),
                "; consent_updates: n=given; consent_updates_partner: o=given/refused"));
  CHECK(has_end(form(service, documents::survey, names),
                "; consent_updates: n=1; consent_updates_partner: o=1"));
}

TEST_CASE("plain form: a tick sends what it means there, a choice the values of its options") {
  const std::string all = R"j({"url": "https://e.example", "names": {
    "given_name": "a", "email_address": "b", "phone_number": "c", "organization": "d",
    "country": "e", "postal_code": "f", "profession": "g", "days": "h[]", "lives_here": "i",
    "trips": "j", "birth_date": "k", "story": "l", "nickname": "m", "updates": "n",
    "updates_partner": "o"}})j";
  const std::string told =
      form(changed(service, "\"else\": {\"$eval\": \"answers[ours]\"}",
                   "\"else\": {\"$if\": \"answers[ours] == 'yes'\", \"then\": \"on\", "
                   "\"else\": {\"$eval\": \"answers[ours]\"}}"),
           documents::survey, all);
  CHECK(told.find("; profession: g; days: h[]; lives_here: i=on; trips: j;") != std::string::npos);
  CHECK(told.find("; consent_updates: n=1; consent_updates_partner: o=1") != std::string::npos);
}

TEST_CASE("plain form: Contact Form 7 posts to the page that holds its form") {
  const DescribedEndpoint used{
      described_by(source("embed/protocols/contact-form-7.json")),
      documents::read(with_endpoint(documents::small, R"j({"url": "https://e.example", "form": 8,
          "page": "https://e.example/sign/", "unit_tag": "wpcf7-f8-p86-o1",
          "names": {"email_address": "mail", "sign": "consent"}})j"))};
  const auto plain = described::plain_form(*used, "en", {});
  REQUIRE(plain.has_value());
  CHECK(plain->action == "https://e.example/sign/");
  REQUIRE(plain->hidden.size() == 2);
  CHECK(plain->hidden[0].name == "_wpcf7");
  CHECK(plain->hidden[1].value == "wpcf7-f8-p86-o1");
  REQUIRE(plain->controls.size() == 2);
  CHECK(plain->controls[1].control == "consent_sign");
  CHECK(plain->controls[1].value == "1");
}

}  // namespace
}  // namespace petition_box
