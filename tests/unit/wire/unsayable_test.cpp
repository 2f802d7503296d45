#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <string>

#include <english/mistakes.hpp>
#include <wire/protocol.hpp>
#include <wire/unsayable.hpp>

namespace petition_box {
namespace {

using documents::changed;

// Says all that documents::survey asks for.
const std::string service = R"j({
  "protocol": "service",
  "options": {
    "form": {"kind": "integer", "label": {"en": "Form"}},
    "note": {"kind": "text", "label": {"en": "Note"}, "optional": true},
    "names": {"kind": "names", "label": {"en": "Names"}, "optional": true}
  },
  "request": {
    "url": "${url}/${options.form}",
    "encoding": "json",
    "body": {
      "name": "${given_name} (${nickname})",
      "more": {"$json": {"mail": [{"$eval": "email_address"}], "days": {"$eval": "days"}}},
      "phone": {"$if": "phone_number", "then": {"$eval": "phone_number"}},
      "rest": {"$map": {"$eval": "answers"}, "each(v,k)": {"$if": "v", "then": {"x-${k}": {"$eval": "v"}}}},
      "here": {"$if": "lives_here == 'yes'", "then": 1},
      "news": {"$if": "consents.updates == 'given'", "then": true},
      "partner": {"$eval": "consents['updates_partner']"}
    }
  }
})j";

std::string found(const std::string& description,
                  const std::string& endpoint = R"j({"url": "https://e.example", "form": 8})j",
                  const std::string& document = documents::survey) {
  const DescribedEndpoint used{described_by(description),
                               documents::read(with_endpoint(document, endpoint))};
  std::string told;
  for (const json::Mistake& mistake : described::unsayable(*used)) {
    told += mistake.pointer + " " + mistake.expected + " (" + mistake.found + "); ";
  }
  return told;
}

TEST_CASE("unsayable: there is nothing where everything arrives") { CHECK(found(service).empty()); }

TEST_CASE("unsayable: a source that goes nowhere is told as a warning") {
  const std::string asks =
      changed(documents::survey, "\"title\"", "\"source_parameter\": \"utm_source\", \"title\"");
  const std::string endpoint = R"j({"url": "https://e.example", "form": 8})j";
  CHECK(found(service, endpoint, asks) == "/source_parameter sayable_source service (); ");
  const std::string takes =
      changed(service, "\"name\": \"$", R"j("from": {"$eval": "source"}, "name": "$)j");
  CHECK(found(takes, endpoint, asks).empty());
  const DescribedEndpoint used{described_by(service),
                               documents::read(with_endpoint(asks, endpoint))};
  CHECK_FALSE(json::has_error(described::unsayable(*used)));
}

TEST_CASE("unsayable: an option that is missing or of another kind is told") {
  const auto with = [](const std::string& options) {
    return found(service, "{\"url\": \"https://e.example\"" + options + "}");
  };
  CHECK(with("") == "/endpoint/form protocol_option (nothing); ");
  CHECK(with(", \"form\": \"8\"") == "/endpoint/form a whole number (\"8\"); ");
  CHECK(with(", \"form\": 8, \"note\": 7") == "/endpoint/note a text (7); ");
  CHECK(with(", \"form\": 8, \"names\": {\"country\": 1}") ==
        "/endpoint/names/country a text (1); ");
  CHECK(with(", \"form\": 8, \"names\": [\"country\"]") == "/endpoint/names an object (a list); ");
  CHECK(with(", \"form\": 8, \"note\": \"x\", \"names\": {\"country\": \"land\"}").empty());
}

TEST_CASE("unsayable: a field whose answer does not arrive is told") {
  const std::string without = changed(service, "\"rest\"", "\"x-rest\": 1, \"rest\"");
  const std::string rest =
      without.substr(without.find("\"rest\""), without.find("\"here\"") - without.find("\"rest\""));
  CHECK(found(changed(without, rest, "")) ==
        "/fields/3 sayable_field service (organization); "
        "/fields/4 sayable_field service (country); "
        "/fields/5 sayable_field service (postal_code); "
        "/fields/6 sayable_field service (profession); "
        "/fields/9 sayable_field service (trips); "
        "/fields/10 sayable_field service (birth_date); "
        "/fields/11 sayable_field service (story); ");
  // That something was said is not what was said.
  const std::string hides =
      changed(service, "\"rest\"", R"j("rest": {"$if": "story", "then": 1}, "x-rest")j");
  CHECK(found(changed(changed(hides, "\"x-${k}\"", "\"y\""), R"j({"$eval": "v"})j", "1"))
            .find("/fields/11 sayable_field service (story); ") != std::string::npos);
}

TEST_CASE("unsayable: a choice may be said in other words, if all that there is to choose is") {
  const std::string mapped = changed(service, R"j("rest": {"$map": {"$eval": "answers"})j",
                                     R"j("job": {"$if": "profession == 'nurse'", "then": "N",
                  "else": {"$if": "profession == 'other'", "then": "O"}},
          "rest": {"$map": {"$merge": [{"$eval": "answers"}, {"profession": null}]})j");
  CHECK(found(mapped).empty());
  CHECK(found(changed(mapped, "'other'", "'none'")) ==
        "/fields/6 sayable_field service (profession); ");
}

TEST_CASE(
    "unsayable: a consent whose yes does not arrive is told, but to sign is said by signing") {
  CHECK(found(changed(service, "consents.updates == 'given'", "consents.sign == 'given'")) ==
        "/consents/1 sayable_consent service (updates); ");
  CHECK(found(changed(service, "consents['updates_partner']", "consents['partner']")) ==
        "/consents/2 sayable_consent service (updates_partner); ");
  // The document need not list the consent to sign.
  CHECK(found(changed(service, "consents.updates == 'given'", "false"),
              R"j({"url": "https://e.example", "form": 8})j",
              changed(documents::survey, "{\"name\": \"sign\"},", "")) ==
        "/consents/0 sayable_consent service (updates); ");
}

TEST_CASE("unsayable: no answer is put into an address") {
  CHECK(found(changed(service, "${url}/${options.form}", "${url}/?mail=${email_address}")) ==
        "/endpoint/protocol/request/url no_answer_in_address (email_address); ");
}

TEST_CASE("unsayable: a template that makes nothing of the document is told") {
  CHECK(found(changed(service, "${nickname}", "${no_such_field}")) ==
        "/endpoint/protocol/request/body/name known_name (\"${given_name} (${no_such_field})\"); ");
  CHECK(found(changed(service, "\"json\"", "\"urlencoded\"")) ==
        "/endpoint/protocol/request/body flat_body (an object); ");
  CHECK(found(R"j({"protocol": "c", "count": {"url": "${url}", "pointer": ""}})j",
              R"j({"url": "https://e.example"})j") ==
        "/endpoint/protocol sending_protocol (one that only counts); ");
}

TEST_CASE("unsayable: whoever joins a list by signing is told so where they agree to it") {
  const std::string list =
      changed(service, "\"options\"", "\"subscribes\": \"everyone\", \"options\"");
  CHECK(found(list) ==
        "/endpoint/subscribes subscribes_everyone (nothing); "
        "/consents joining_statement (the usual words); ");
  const std::string endpoint =
      R"j({"url": "https://e.example", "form": 8, "subscribes": "everyone"})j";
  CHECK(found(list, endpoint) == "/consents joining_statement (the usual words); ");
  CHECK(found(list, endpoint,
              changed(documents::survey, "{\"name\": \"sign\"}",
                      R"j({"name": "sign", "statement": "I sign, and join the list."})j"))
            .empty());
}

const std::string at_form_8 = R"j({"url": "https://e.example", "form": 8)j";

TEST_CASE("unsayable: what the names of errors make of the document is told") {
  const auto with = [](const std::string& names) {
    return found(changed(service, "\"options\"",
                         R"j("errors": {"list": "/e", "names": )j" + names + "}, \"options\""));
  };
  CHECK(with(R"j({"a": "nickname", "b": "comment", "c": "updates_partner", "d": null})j").empty());
  CHECK(with(R"j({"a": {"$eval": "no_such"}})j") ==
        "/endpoint/protocol/errors/names/a/$eval known_name (\"no_such\"); ");
  CHECK(with(R"j({"$eval": "options.names.x"})j") ==
        "/endpoint/protocol/errors/names/$eval object_or_list (\"options.names.x\"); ");
  CHECK(with(R"j({"$eval": "listed"})j") ==
        "/endpoint/protocol/errors/names names_of_errors (a list); ");
  CHECK(with(R"j({"a": "mail", "b": "${given_name}x"})j") ==
        "/endpoint/protocol/errors/names/a own_name (\"mail\"); "
        "/endpoint/protocol/errors/names/b own_name (\"x\"); ");
  CHECK(with(R"j({"$merge": [{"a": "mail"}]})j") ==
        "/endpoint/protocol/errors/names own_name (\"mail\"); ");
}

TEST_CASE("unsayable: a member that nobody reads is told, as is a name that nobody has") {
  const auto with = [](const std::string& more) { return found(service, at_form_8 + more + "}"); };
  CHECK(with(R"j(, "x-note": 1, "count": {"url": "https://e.example", "pointer": ""})j").empty());
  CHECK(with(R"j(, "from": 8)j") ==
        "/endpoint/from members protocol, url, subscribes, also, count, form, note, names "
        "(an unknown member); ");
  CHECK(with(R"j(, "count": {"url": "https://e.example", "pointer": "", "in": 1})j") ==
        "/endpoint/count/in members url, encoding, body, pointer (an unknown member); ");
  CHECK(with(R"j(, "for": "updates")j").find("/endpoint/for members ") == 0);
  CHECK(with(R"j(, "names": {"country": "land", "mail": "m", "x-mail": "m"})j") ==
        "/endpoint/names/mail own_name (\"mail\"); ");
  CHECK(with(R"j(, "names": {"updates": "news"})j").empty());
  CHECK(found(changed(service, R"j({"en": "Names"},)j", R"j({"en": "Names"}, "of": "consents",)j"),
              at_form_8 + R"j(, "names": {"updates": "news", "country": "land"}})j") ==
        "/endpoint/names/country consent_name (\"country\"); ");
}

TEST_CASE(
    "unsayable: a member of an endpoint of the reference protocol that nobody reads is told") {
  const auto told = [](const std::string& endpoint) {
    const Petition petition = documents::read(with_endpoint(documents::survey, endpoint));
    return json::describe(protocol::what_it_cannot_say({&petition, "", nullptr}));
  };
  CHECK(told(R"j({"url": "https://e.example", "protocol": "reference", "x-a": 1})j").empty());
  CHECK(told(R"j({"url": "https://e.example", "form": 8})j") ==
        "/endpoint/form: expected members protocol, url, also, found an unknown member");
}

TEST_CASE("unsayable: what is sent under no name is told") {
  const std::string items = changed(
      service,
      R"j("rest": {"$map": {"$eval": "answers"}, "each(v,k)": {"$if": "v", "then": {"x-${k}": {"$eval": "v"}}}})j",
      R"j("rest": {"$map": {"$eval": "listed"}, "each(one)": {
             "$if": "one.value",
             "then": {"is": {"$if": "options.names", "then": {"$eval": "options.names[one.name]"}},
                      "what": {"$eval": "one.value"}}}})j");
  const auto with = [&](const std::string& names) {
    return found(changed(changed(items, "consents.updates == 'given'", "false"),
                         "consents['updates_partner']", "null"),
                 at_form_8 + ", \"names\": {" + names + "}}");
  };
  const std::string fields = R"j("given_name": "1", "nickname": "2")j";
  std::string all;
  const Petition survey = documents::read(documents::survey);
  for (const Field& field : survey.fields) all += '"' + field.name + "\": \"n\", ";
  CHECK(with(all + R"j("updates": "u", "updates_partner": "p")j").empty());
  CHECK(with(all + R"j("updates": "u")j") ==
        "/consents/2 sayable_consent service (updates_partner); ");
  CHECK(with(changed(all, "\"country\": \"n\", ", "") +
             R"j("updates": "u", "updates_partner": "p")j") ==
        "/fields/4 sayable_field service (country); ");
  // A name of its own in the place of one that is not told is one.
  CHECK(
      found(
          changed(
              items, R"j({"$eval": "options.names[one.name]"}})j",
              R"j({"$if": "options.names[one.name]", "then": {"$eval": "options.names[one.name]"}, "else": "${one.name}"}})j"),
          at_form_8 + R"j(, "names": {"country": "land"}})j")
          .empty());
}

TEST_CASE("unsayable: where to be sent is a consent by itself, nothing is sent first") {
  const std::string list = changed(service, "\"options\"", "\"is_consent\": true, \"options\"");
  CHECK(found(list) == "/endpoint/protocol keeping_protocol (one whose call is a consent); ");
}

TEST_CASE("unsayable: of an endpoint beside the first, its options and templates are told") {
  const auto beside = [](const std::string& description, const std::string& endpoint) {
    const DescribedEndpoint used{described_by(description),
                                 documents::read(with_endpoint(documents::survey, endpoint))};
    std::string told;
    for (const json::Mistake& mistake : described::unsayable_also(*used, 1)) {
      told += mistake.pointer + " " + mistake.expected + "; ";
    }
    return told;
  };
  const std::string list = R"j({"protocol": "list", "is_consent": true,
      "options": {"list": {"kind": "text", "label": {"en": "List"}}},
      "request": {"url": "${url}", "encoding": "urlencoded",
                  "body": {"l": "${options.list}", "mail": "${email_address}"}}})j";
  CHECK(beside(list, R"j({"list": "a"})j").empty());
  CHECK(beside(list, "{}") == "/endpoint/also/1/list protocol_option; ");
  CHECK(beside(changed(list, "${email_address}", "${email}"), R"j({"list": "a"})j") ==
        "/endpoint/also/1/protocol/request/body/mail known_name; ");
  CHECK(beside(changed(list, "${url}", "${url}?${email_address}"), R"j({"list": "a"})j") ==
        "/endpoint/also/1/protocol/request/url no_answer_in_address; ");
}

TEST_CASE("unsayable: the mistakes have their words in English") {
  const DescribedEndpoint used{described_by(service), documents::read(documents::full)};
  for (const json::Mistake& mistake : described::unsayable(*used)) {
    CHECK(in_english(mistake).expected != mistake.expected);
  }
}

TEST_CASE("unsayable: what would be tried too often is given up") {
  std::string fields;
  for (int field = 0; field < 20; ++field) {
    std::string options;
    for (int option = 0; option < 100; ++option) {
      const std::string value = std::to_string(option);
      options += (option == 0 ? "" : ",");
      options += R"j({"value": ")j" + value + R"j(", "label": "x"})j";
    }
    fields += R"j({"name": "own)j" + std::to_string(field) +
              R"j(", "kind": "choice", "label": "x", "options": [)j" + options + "]},";
  }
  const std::string document = changed(documents::small, R"j({"name": "email_address"})j",
                                       fields + R"j({"name": "email_address"})j");
  const std::string told = found(R"j({"protocol": "p", "request": {
      "url": "${url}", "encoding": "json",
      "body": {"mail": {"$eval": "email_address"},
               "rest": {"$map": {"$eval": "answers"},
                        "each(v,k)": {"$if": "v", "then": {"${k}${v[0]}": 1}}}}}})j",
                                 R"j({"url": "https://e.example"})j", document);
  CHECK(told.find("own0") == std::string::npos);
  CHECK(told.find("own19") != std::string::npos);
}

}  // namespace
}  // namespace petition_box
