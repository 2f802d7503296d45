#include <unit/catch.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

// A service that takes a form and answers in JSON; other pages do not see what it answers unless it
// says so.
constexpr const char* service = R"json({
  "protocol": "service",
  "options": {"list": {"kind": "text", "label": {"en": "List"}}},
  "request": {
    "url": "${url}/${options.list}",
    "encoding": "urlencoded",
    "body": {"mail": {"$eval": "email_address"}}
  },
  "answers": [
    {"status": 200, "equals": {"/ok": true}, "outcome": "counted"},
    {"status": 404, "outcome": "set_up_wrongly", "because": {"en": "There is no such list."}},
    {"status": 422, "outcome": "refused"}
  ],
  "errors": {"list": "/errors", "field": "/field", "names": {"mail": "email_address"}},
  "count": {"url": "${url}/count", "pointer": "/all"}
})json";

// The health-data petition with an endpoint, and what the service can write of it.
std::string document_of(const std::string& endpoint) {
  return documents::changed(documents::small, "\"title\"",
                            "\"endpoint\": " + endpoint + ", \"title\"");
}

Visitor visitor_of(const std::string& endpoint, const std::string& page = {}) {
  Visitor visitor;
  Configuration configuration;
  configuration.src = "/petition";
  configuration.endpoint = page;
  configuration.base = "/box/";
  configuration.languages = {"en"};
  visitor.send(Configured{configuration});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", document_of(endpoint)});
  return visitor;
}

constexpr const char* named =
    R"({"protocol": "service", "url": "https://a.example/", "list": "x"})";

Visitor ready() {
  Visitor visitor = visitor_of(named);
  visitor.answer("/box/protocols/service.json", {200, "", service});
  return visitor;
}

Response json_response(int status, std::string body) {
  Response response{status, "", std::move(body)};
  response.type = "application/json";
  return response;
}

TEST_CASE("box: the description of a protocol is fetched before the petition is shown") {
  Visitor visitor = visitor_of(named);
  CHECK(visitor.state() == "loading");
  visitor.answer("/box/protocols/service.json", {200, "", service});
  for (const Effect& effect : visitor.effects) {
    if (const auto* report = std::get_if<Report>(&effect)) FAIL(report->line);
  }
  CHECK(visitor.state() == "editing");
  visitor.answer("https://a.example/count", json_response(200, R"({"all": 41})"));
  CHECK(visitor.model.count == 41);
}

TEST_CASE("box: a signature goes to a described endpoint as it is described, and is counted") {
  Visitor visitor = ready();
  visitor.fill_in();
  visitor.submit();
  const Fetch* fetch = visitor.last_fetch("https://a.example/x");
  REQUIRE(fetch != nullptr);
  CHECK(fetch->request.method == "POST");
  CHECK(fetch->request.body.find("mail=") != std::string::npos);
  visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: what may have arrived where nothing catches it twice is sent once") {
  Visitor visitor = ready();
  visitor.fill_in();
  visitor.submit();
  visitor.answer("https://a.example/x", {});
  CHECK(visitor.state() == "sent");
  CHECK(visitor.raised().back() == "sent");
  for (const std::string& event : visitor.raised()) CHECK(event != "failed");
}

TEST_CASE("box: without a network nothing was sent, and it is sent when there is one") {
  Visitor visitor = ready();
  visitor.fill_in();
  visitor.submit();
  Response offline;
  offline.offline = true;
  visitor.answer("https://a.example/x", offline);
  CHECK(visitor.state() == "trying-again");
  visitor.send(BackOnline{});
  visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: what an endpoint refuses stands at the field, in the box's own words") {
  Visitor visitor = ready();
  visitor.fill_in();
  visitor.submit();
  visitor.answer("https://a.example/x",
                 json_response(422, R"({"errors": [{"field": "mail", "message": "<b>no</b>"}]})"));
  CHECK(visitor.state() == "refused");
  REQUIRE(visitor.model.errors.size() == 1);
  CHECK(visitor.model.errors[0].name == "email_address");
  CHECK(text_of(visitor.view()).find("<b>no</b>") == std::string::npos);
}

TEST_CASE("box: an endpoint that is set up wrongly is told to whoever set it up") {
  Visitor visitor = ready();
  visitor.fill_in();
  visitor.submit();
  visitor.answer("https://a.example/x", json_response(404, "{}"));
  CHECK(visitor.state() == "failed");
  std::string told;
  for (const Effect& effect : visitor.effects) {
    if (const auto* report = std::get_if<Report>(&effect)) told += report->line;
  }
  CHECK(told.find("There is no such list.") != std::string::npos);
}

TEST_CASE("box: what an endpoint cannot say is told before anybody types") {
  for (const char* endpoint :
       {R"({"protocol": "service", "url": "https://a.example/"})",
        R"({"protocol": "service", "url": "https://a.example/", "list": 7})"}) {
    CAPTURE(endpoint);
    Visitor visitor = visitor_of(endpoint);
    visitor.answer("/box/protocols/service.json", {200, "", service});
    CHECK(visitor.state() == "unavailable");
    CHECK(visitor.raised().back() == "error");
  }
}

TEST_CASE("box: the page may name another address and protocol than the document") {
  Visitor visitor = visitor_of(named, "https://b.example/");
  visitor.answer("/box/protocols/service.json", {200, "", service});
  visitor.fill_in();
  visitor.submit();
  CHECK(visitor.last_fetch("https://b.example/x") != nullptr);
}

TEST_CASE("box: a description may stand in the document itself") {
  Visitor visitor = visitor_of(
      std::string(R"({"url": "https://a.example/", "list": "x", "protocol": )") + service + "}");
  CHECK(visitor.state() == "editing");
}

TEST_CASE(
    "box: the reference protocol may be named, and a document may say where its endpoint is") {
  Visitor visitor =
      visitor_of(R"({"protocol": "reference", "url": "https://a.example/signatures"})");
  CHECK(visitor.state() == "editing");
  CHECK(visitor.last_fetch("https://a.example/signatures") != nullptr);
}

}  // namespace
}  // namespace petition_box
