#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <string>

#include <json/write.hpp>
#include <unit/form/signer.hpp>
#include <wire/described.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

using documents::changed;

const std::string service = R"j({
  "protocol": "service",
  "options": {
    "form": {"kind": "text", "label": {"en": "Form"}},
    "list": {"kind": "text", "label": {"en": "List"}, "optional": true}
  },
  "request": {
    "url": "${url}/f/${options.form}",
    "encoding": "urlencoded",
    "body": {
      "id": "${submission_id}",
      "said": "${language} ${document_version} ${box_version}",
      "name": "${given_name} ${answers.family_name}",
      "mail": {"$eval": "email_address"},
      "phone": {"$eval": "phone_number"},
      "why": {"$eval": "comment"},
      "list": {"$eval": "options.list"},
      "news": {"$if": "consents.updates == 'given'", "then": true, "else": 0},
      "asked": {"$eval": "consents.updates"},
      "text": {"$eval": "statements.updates"},
      "shown": {"$eval": "consents.show_name"}
    }
  },
  "count": {"url": "${url}/count?form=${options.form}", "pointer": "/data/0/count"}
})j";

Signature signature() {
  Signature signature;
  signature.submission_id = "919108f7-52d1-4320-9bac-f847db4148a8";
  signature.language = "fr";
  signature.document_version = "2026-02-01";
  signature.box_version = "0.2.0";
  signature.answers = all_answers();
  signature.answers["comment"] = "one\ntwo";
  return signature;
}

// The request, or why there is none.
Request posted(const std::string& description, const Signature& signature,
               const std::string& document = documents::full,
               const std::string& options = R"j({"url": "https://e.example/", "form": "a/b"})j") {
  const DescribedEndpoint used{described_by(description),
                               documents::read(with_endpoint(document, options))};
  json::Mistakes mistakes;
  const auto request =
      described::post(*used, signature, {{"updates", "Keep me informed."}}, mistakes);
  if (request) return *request;
  Request none;
  none.method = "";
  none.body = json::describe(mistakes);
  return none;
}

TEST_CASE("described: a signature is sent as the description says") {
  const Request request = posted(service, signature());
  CHECK(request.method == "POST");
  CHECK(request.url == "https://e.example/f/a%2Fb");
  CHECK(request.type == "application/x-www-form-urlencoded;charset=UTF-8");
  CHECK(request.headers.empty());
  CHECK(request.following == Following::silent);
  CHECK(request.body ==
        "id=919108f7-52d1-4320-9bac-f847db4148a8&said=fr+2026-02-01+0.2.0&"
        "name=Zo%C3%AB+D%E2%80%99Essai&mail=zoe%40example.org&why=one%0Atwo&news=0&"
        "text=Keep+me+informed.");
}

TEST_CASE("described: a consent is said as it was given, refused or left") {
  Signature said = signature();
  say(said.answers, "updates", Decision::given, 1);
  CHECK(posted(service, said).body.find("news=true&asked=given&") != std::string::npos);
  say(said.answers, "updates", Decision::refused, 1);
  CHECK(posted(service, said).body.find("news=0&asked=refused&") != std::string::npos);
}

TEST_CASE("described: the same is sent in each of the encodings, the same each time") {
  const std::string json = R"j({"id":"919108f7-52d1-4320-9bac-f847db4148a8",)j"
                           R"j("said":"fr 2026-02-01 0.2.0","name":"Zoë D’Essai",)j"
                           R"j("mail":"zoe@example.org","why":"one\ntwo","news":0,)j"
                           R"j("text":"Keep me informed."})j";
  const Request as_json = posted(changed(service, "urlencoded", "json"), signature());
  CHECK(as_json.type == "application/json");
  CHECK(as_json.body == json);
  const Request as_text = posted(changed(service, "urlencoded", "text"), signature());
  CHECK(as_text.type == "text/plain;charset=UTF-8");
  CHECK(as_text.body == json);
  const std::string multipart = changed(service, "urlencoded", "multipart");
  const Request as_parts = posted(multipart, signature());
  CHECK(as_parts.type ==
        "multipart/form-data; boundary=petition-box-919108f7-52d1-4320-9bac-f847db4148a8");
  CHECK(as_parts.body.find("name=\"why\"\r\n\r\none\r\ntwo\r\n--petition-box-") !=
        std::string::npos);
  CHECK(posted(multipart, signature()).body == as_parts.body);
}

TEST_CASE("described: several choices are a repeated name, or a list") {
  const std::string description =
      changed(service, "\"mail\"", R"j("days[]": {"$eval": "days"}, "mail")j");
  Signature said = signature();
  said.answers["days"] = "mon\nsun";
  said.answers["trips"] = "7";
  CHECK(posted(description, said, documents::survey).body.find("days%5B%5D=mon&days%5B%5D=sun&") !=
        std::string::npos);
  CHECK(posted(changed(description, "urlencoded", "json"), said, documents::survey)
            .body.find(R"j("days[]":["mon","sun"])j") != std::string::npos);
}

TEST_CASE("described: headers and the method are those of the description") {
  const Request request = posted(
      changed(
          service, "\"encoding\"",
          R"j("method": "PUT", "headers": {"X-Requested-With": "XMLHttpRequest"}, "encoding")j"),
      signature());
  CHECK(request.method == "PUT");
  CHECK(request.headers == "X-Requested-With: XMLHttpRequest\n");
  CHECK(posted(changed(service, "\"count\"", "\"readable\": false, \"count\""), signature())
            .following == Following::opaque);
}

TEST_CASE("described: no null is sent, however deep it stands") {
  const std::string nulls = changed(
      changed(service, "urlencoded", "json"), R"j("id": "${submission_id}",)j",
      R"j("a": [null, {"b": null, "c": [null]}, {"$eval": "phone_number"}], "d": {"e": null},)j");
  CHECK(posted(nulls, signature()).body.find(R"j({"a":[{"c":[]}],"d":{},"said")j") == 0);
}

TEST_CASE("described: what cannot be sent so is told with its place") {
  CHECK(posted(changed(service, R"j({"$eval": "comment"})j", R"j({"a": 1})j"), signature()).body ==
        "/request/body: expected flat_body, found an object");
  CHECK(posted(changed(service, R"j({"$eval": "comment"})j", R"j([["a"]])j"), signature()).body ==
        "/request/body: expected flat_body, found an object");
  CHECK(posted(changed(service, "${options.form}", "${nobody}"), signature()).body ==
        "/request/url: expected known_name, found \"${url}/f/${nobody}\"");
  const std::string only_counts =
      R"j({"protocol": "p", "count": {"url": "${url}", "pointer": ""}})j";
  CHECK(posted(only_counts, signature()).method.empty());
}

TEST_CASE("described: a field of one's own may be called as what a template knows") {
  const std::string document = changed(documents::full, R"j({"name": "country", "initial": "FR"})j",
                                       R"j({"name": "url", "label": "Your site"})j");
  Signature said = signature();
  said.answers["url"] = "my site";
  CHECK(posted(changed(service, R"j({"$eval": "phone_number"})j", R"j("${answers.url} ${url}")j"),
               said, document)
            .body.find("phone=my+site+https%3A%2F%2Fe.example&") != std::string::npos);
}

TEST_CASE("described: the count is asked for and read where the description says") {
  const DescribedEndpoint used{
      described_by(service),
      documents::read(
          with_endpoint(documents::full, R"j({"url": "https://e.example//", "form": "a b"})j"))};
  const auto request = described::ask_standing(*used);
  REQUIRE(request.has_value());
  CHECK(request->method == "GET");
  CHECK(request->url == "https://e.example/count?form=a%20b");
  const auto count = [&](int status, const std::string& body) {
    const auto standing = described::standing(*used, {status, "", body});
    return standing ? std::to_string(standing->count.value_or(-1)) : "nothing";
  };
  CHECK(count(200, R"j({"data": [{"count": 7}]})j") == "7");
  CHECK(count(200, R"j({"data": [{"count": "7"}]})j") == "nothing");
  CHECK(count(200, R"j({"data": [{"count": -7}]})j") == "nothing");
  CHECK(count(200, R"j({"data": []})j") == "nothing");
  CHECK(count(200, "7") == "nothing");
  CHECK(count(404, R"j({"data": [{"count": 7}]})j") == "nothing");
}

TEST_CASE("described: a count may be asked for with a body, as a signature is sent") {
  const DescribedEndpoint used{
      described_by(source("embed/protocols/decidim.json")),
      documents::read(
          with_endpoint(documents::full, R"j({"url": "https://e.example", "initiative": 7})j"))};
  const auto request = described::ask_standing(*used);
  REQUIRE(request.has_value());
  CHECK(request->method == "POST");
  CHECK(request->url == "https://e.example/api");
  CHECK(request->body == "query=%7Binitiative%28id%3A7%29%7BonlineVotes%7D%7D");
}

TEST_CASE("described: a document may name another place where the count is told") {
  const std::string written = R"j({"url": "https://e.example/api", "page": 1,
      "count": {"url": "https://counts.example/7/count.json", "pointer": "/signature_count"}})j";
  const DescribedEndpoint used{described_by(source("embed/protocols/proca.json")),
                               documents::read(with_endpoint(documents::small, written))};
  const protocol::Endpoint endpoint{&used.petition, "https://e.example/api", &used.description};
  CHECK(json::describe(protocol::what_it_cannot_say(endpoint)).empty());
  const Request request = protocol::ask_standing(endpoint);
  CHECK(request.method == "GET");
  CHECK(request.url == "https://counts.example/7/count.json");
  const auto standing =
      protocol::standing(endpoint, {200, "", R"j({"signature_count": 41, "count": 1})j"});
  REQUIRE(standing.has_value());
  CHECK(standing->count == 41);
  CHECK_FALSE(protocol::standing(endpoint, {200, "", R"j({"count": 1})j"}).has_value());
  CHECK_FALSE(protocol::standing(endpoint, {404, "", R"j({"signature_count": 1})j"}).has_value());
}

TEST_CASE("described: a source is said where the system has a place for it, and else left out") {
  const auto sent = [](const std::string& protocol, const std::string& source_told) {
    const DescribedEndpoint used{
        described_by(source("embed/protocols/" + protocol + ".json")),
        documents::read(with_endpoint(
            documents::small, R"j({"url": "https://e.example", "page": 1, "petition": "p"})j"))};
    Signature signature;
    signature.source = source_told;
    json::Mistakes mistakes;
    const auto request = described::post(*used, signature, {}, mistakes);
    return request ? request->body : json::describe(mistakes);
  };
  CHECK(sent("proca", "poster")
            .find(R"j("tracking":{"source":"poster","medium":"unknown","campaign":"unknown"})j") !=
        std::string::npos);
  CHECK(sent("proca", "").find("\"tracking\":{") == std::string::npos);
  CHECK(sent("action-network", "poster")
            .find(R"j("action_network:referrer_data":{"source":"poster"})j") != std::string::npos);
  CHECK(sent("action-network", "").find("referrer_data") == std::string::npos);
}

TEST_CASE("described: such a place may be asked by a body, too") {
  const std::string written = R"j({"url": "https://e.example/api", "page": 1,
      "count": {"url": "https://decidim.example/api", "encoding": "json",
                "body": {"query": "{initiative(id:7){onlineVotes}}"},
                "pointer": "/data/initiative/onlineVotes"}})j";
  const DescribedEndpoint used{described_by(source("embed/protocols/proca.json")),
                               documents::read(with_endpoint(documents::small, written))};
  const protocol::Endpoint endpoint{&used.petition, "https://e.example/api", &used.description};
  CHECK(json::describe(protocol::what_it_cannot_say(endpoint)).empty());
  const Request request = protocol::ask_standing(endpoint);
  CHECK(request.method == "POST");
  CHECK(request.type == "application/json");
  CHECK(request.body == R"j({"query":"{initiative(id:7){onlineVotes}}"})j");
  const auto standing =
      protocol::standing(endpoint, {200, "", R"j({"data": {"initiative": {"onlineVotes": 41}}})j"});
  REQUIRE(standing.has_value());
  CHECK(standing->count == 41);
}

TEST_CASE("described: a count with a name is written as a document has it") {
  const auto written = [](const std::string& protocol, const std::string& endpoint) {
    const DescribedEndpoint used{described_by(source("embed/protocols/" + protocol + ".json")),
                                 documents::read(with_endpoint(documents::small, endpoint))};
    const auto count = described::written_count(*used);
    return count ? json::write(*count) : "nothing";
  };
  CHECK(written("e-petitions", R"j({"url": "https://p.example/petitions/7/"})j") ==
        R"j({"url":"https://p.example/petitions/7/count.json","pointer":"/signature_count"})j");
  CHECK(written("osdi", R"j({"url": "https://o.example/petitions/7"})j") ==
        R"j({"url":"https://o.example/petitions/7","pointer":"/total_signatures"})j");
  CHECK(written("proca", R"j({"url": "https://p.example/api", "page": 42})j") ==
        "{\"url\":\"https://p.example/"
        "api?query=%7BactionPage(id%3A42)%7Bcampaign%7Bstats%7BsupporterCount%7D%7D%7D%7D\","
        "\"pointer\":\"/data/actionPage/campaign/stats/supporterCount\"}");
  CHECK(written("decidim", R"j({"url": "https://d.example", "initiative": 7})j") ==
        "{\"url\":\"https://d.example/api\",\"encoding\":\"urlencoded\","
        "\"body\":{\"query\":\"{initiative(id:7){onlineVotes}}\"},"
        "\"pointer\":\"/data/initiative/onlineVotes\"}");
  CHECK(written("decidim", R"j({"url": "https://d.example"})j") == "nothing");
  CHECK(written("directus", R"j({"url": "https://d.example"})j") == "nothing");
}

TEST_CASE("described: such a place has an address and a pointer") {
  const auto mistakes = [](const std::string& count) {
    const DescribedEndpoint used{
        described_by(source("embed/protocols/proca.json")),
        documents::read(with_endpoint(
            documents::small,
            R"j({"url": "https://e.example/api", "page": 1, "count": )j" + count + "}"))};
    const protocol::Endpoint endpoint{&used.petition, "https://e.example/api", &used.description};
    std::string pointers;
    for (const json::Mistake& one : protocol::what_it_cannot_say(endpoint)) {
      pointers += one.pointer + ' ';
    }
    return pointers;
  };
  CHECK(mistakes("7") == "/endpoint/count ");
  CHECK(mistakes(R"j({"protocol": "e-petitions", "url": "https://e.example/7"})j") ==
        "/endpoint/count/protocol /endpoint/count/pointer ");
  CHECK(mistakes(R"j({"url": "https://e.example/7", "pointer": "count"})j") ==
        "/endpoint/count/pointer ");
  CHECK(mistakes(R"j({"url": "javascript:7", "pointer": "/count"})j") == "/endpoint/count/url ");
  CHECK(mistakes(R"j({"url": "https://e.example/7", "pointer": ""})j").empty());
  CHECK(mistakes(R"j({"url": "https://e.example/7", "pointer": "", "body": {}})j") ==
        "/endpoint/count/encoding ");
  CHECK(mistakes(
            R"j({"url": "https://e.example/7", "pointer": "", "body": {}, "encoding": "xml"})j") ==
        "/endpoint/count/encoding ");
}

TEST_CASE("described: all that was answered is there as a list, by name and value") {
  const DescribedEndpoint used{
      described_by(R"j({"protocol": "list", "request": {"url": "${url}", "encoding": "json",
          "body": {"fields": {"$map": {"$eval": "listed"}, "each(one)": {"$if": "one.value",
              "then": {"called": "${one.name}", "is": {"$eval": "one.value"}}}}}},
          "answers": []})j"),
      documents::read(with_endpoint(documents::survey, R"j({"url": "https://e.example"})j"))};
  Signature signature;
  signature.answers["given_name"] = "Zo\u00eb \"X\"";
  signature.answers["days"] = "mon\nsun";
  signature.answers["nickname"] = "";
  signature.answers.consent("updates").decision = Decision::refused;
  json::Mistakes mistakes;
  const auto request = described::post(*used, signature, {}, mistakes);
  INFO(json::describe(mistakes));
  REQUIRE(request.has_value());
  CHECK(request->body ==
        "{\"fields\":[{\"called\":\"given_name\",\"is\":\"Zo\u00eb \\\"X\\\"\"},"
        "{\"called\":\"days\",\"is\":[\"mon\",\"sun\"]},"
        "{\"called\":\"updates\",\"is\":\"refused\"}]}");
}

}  // namespace
}  // namespace petition_box
