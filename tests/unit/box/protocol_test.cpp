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
    "body": {"mail": {"$eval": "email_address"}, "news": {"$eval": "consents.updates"}}
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

std::string told_by(const Visitor& visitor) {
  std::string told;
  for (const Effect& effect : visitor.effects) {
    if (const auto* report = std::get_if<Report>(&effect)) told += report->line;
  }
  return told;
}

TEST_CASE("box: a protocol that is not there is told by its name, and nothing is signed") {
  Visitor visitor = visitor_of(named);
  visitor.answer("/box/protocols/service.json", {404, "", ""});
  CHECK(visitor.state() == "unavailable");
  CHECK(told_by(visitor) == "protocol: protocols/service.json: expected the status 200, found 404");
}

TEST_CASE("box: a description that is none, or that makes no request, opens no form") {
  for (const char* description :
       {"", "{", "7", "[]", "{}", R"({"request": 7})", R"({"request": {}, "options": 7})",
        R"({"request": {"url": "${no_such_name}", "encoding": 7, "body": {}}})",
        R"({"request": {"url": "${url}", "encoding": "urlencoded", "body": {"a": {}}}})",
        R"({"request": {"url": "${url}", "encoding": "json", "body": {"$let": 1}}})"}) {
    CAPTURE(description);
    Visitor visitor = visitor_of(named);
    visitor.answer("/box/protocols/service.json", {200, "", description});
    CHECK(visitor.state() == "unavailable");
    CHECK(told_by(visitor).find("protocol: /") == 0);
  }
}

TEST_CASE("box: what a description says wrongly of an answer is told as set up wrongly") {
  const std::string body = R"({"ok": true})";
  for (const char* rule : {R"({"outcome": "yes"})", R"({"outcome": 7})", "{}", R"({"status": 200})",
                           R"({"status": [], "outcome": "counted"}, {"because": "no"})"}) {
    CAPTURE(rule);
    Visitor visitor = visitor_of(named);
    visitor.answer("/box/protocols/service.json",
                   {200, "",
                    documents::changed(service, "\"answers\": [",
                                       "\"answers\": [" + std::string(rule) + ", ")});
    visitor.fill_in();
    visitor.submit();
    visitor.answer("https://a.example/x", json_response(200, body));
    CHECK(visitor.state() == "failed");
  }
}

// A list that may be joined beside an endpoint that keeps signatures.
constexpr const char* list = R"json({
  "protocol": "list",
  "is_consent": true,
  "options": {"list": {"kind": "text", "label": {"en": "List"}}},
  "request": {"url": "${url}/join", "encoding": "json",
              "body": {"l": "${options.list}", "mail": {"$eval": "email_address"}}},
  "answers": [{"status": 200, "outcome": "to_be_confirmed"},
              {"status": 404, "outcome": "set_up_wrongly",
               "because": {"en": "There is no such list."}}]
})json";

constexpr const char* beside =
    R"("also": [{"url": "https://l.example", "protocol": "list", "list": "n", "for": "updates"}])";

// A box whose form is filled in, at the reference protocol or the service.
Visitor ready_beside(const std::string& own) {
  Visitor visitor = visitor_of("{" + own + "\"url\": \"https://a.example/\", " + beside +
                               R"(}, "consents": [{"name": "updates"}])");
  if (!own.empty()) visitor.answer("/box/protocols/service.json", {200, "", service});
  visitor.answer("/box/protocols/list.json", {200, "", list});
  REQUIRE(visitor.state() == "editing");
  visitor.fill_in();
  return visitor;
}

constexpr const char* at_service = R"("protocol": "service", "list": "x", )";

TEST_CASE("box: who agrees to it is sent to the list as well, once the signature is kept") {
  Visitor visitor = ready_beside(at_service);
  visitor.tick("updates");
  visitor.submit();
  CHECK(visitor.last_fetch("https://l.example/join") == nullptr);
  visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
  CHECK(visitor.state() == "signed");
  const Fetch* fetch = visitor.last_fetch("https://l.example/join");
  REQUIRE(fetch != nullptr);
  CHECK(fetch->request.body.find(R"("l":"n")") != std::string::npos);
  visitor.answer("https://l.example/join", json_response(200, "{}"));
  CHECK(visitor.state() == "signed");
  CHECK(told_by(visitor).empty());
}

TEST_CASE("box: the list may be beside an endpoint of the reference protocol") {
  Visitor visitor = ready_beside("");
  visitor.tick("updates");
  visitor.submit();
  visitor.answer("https://a.example/", json_response(200, R"({"status": "received"})"));
  CHECK(visitor.state() == "signed");
  CHECK(visitor.last_fetch("https://l.example/join") != nullptr);
}

TEST_CASE("box: who says no, or nothing, is not sent to the list") {
  for (const bool says_no : {true, false}) {
    CAPTURE(says_no);
    Visitor visitor = ready_beside(at_service);
    if (says_no) visitor.tick("updates");
    if (says_no) visitor.tick("updates", false);
    visitor.submit();
    visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
    CHECK(visitor.state() == "signed");
    CHECK(visitor.last_fetch("https://l.example/join") == nullptr);
  }
}

TEST_CASE("box: nobody is sent to the list whose signature was not kept") {
  Visitor visitor = ready_beside(at_service);
  visitor.tick("updates");
  visitor.submit();
  visitor.answer("https://a.example/x", json_response(422, "{}"));
  CHECK(visitor.last_fetch("https://l.example/join") == nullptr);
}

TEST_CASE("box: a list that fails is told to whoever embeds the box, never to the signer") {
  Visitor visitor = ready_beside(at_service);
  visitor.tick("updates");
  visitor.submit();
  visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
  visitor.answer("https://l.example/join", json_response(404, "{}"));
  CHECK(visitor.state() == "signed");
  CHECK(visitor.raised().back() == "error");
  CHECK(told_by(visitor) ==
        "also: https://l.example/join: expected the status 200, found 404, which /answers/1 calls "
        "set_up_wrongly. There is no such list.");
}

// How often somebody was sent to the list.
int joins(const Visitor& visitor) {
  int count = 0;
  for (const Effect& effect : visitor.history) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    if (fetch != nullptr && fetch->request.url == "https://l.example/join") ++count;
  }
  return count;
}

TEST_CASE("box: what did not reach the list is sent again") {
  Visitor visitor = ready_beside(at_service);
  visitor.tick("updates");
  visitor.submit();
  visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
  visitor.answer("https://l.example/join", {503, "", ""});
  CHECK(visitor.state() == "signed");
  visitor.wake();
  CHECK(joins(visitor) == 2);
  visitor.answer("https://l.example/join", {});
  visitor.send(BackOnline{});
  CHECK(joins(visitor) == 3);
  visitor.answer("https://l.example/join", json_response(200, "{}"));
  visitor.send(BackOnline{});
  CHECK(joins(visitor) == 3);
}

TEST_CASE("box: what becomes of the list in one copy of a model is not so in another") {
  Visitor visitor = ready_beside(at_service);
  visitor.tick("updates");
  visitor.submit();
  visitor.answer("https://a.example/x", json_response(200, R"({"ok": true})"));
  const Model sent = visitor.model;
  visitor.answer("https://l.example/join", json_response(200, "{}"));
  visitor.model = sent;
  visitor.answer("https://l.example/join", {});
  visitor.send(BackOnline{});
  CHECK(joins(visitor) == 2);
}

TEST_CASE("box: a list in the place of the endpoint that keeps signatures opens no form") {
  Visitor visitor = visitor_of(R"({"protocol": "list", "url": "https://l.example", "list": "n"})");
  visitor.answer("/box/protocols/list.json", {200, "", list});
  CHECK(visitor.state() == "unavailable");
  CHECK(told_by(visitor).find("/endpoint/protocol") != std::string::npos);
  Visitor other = visitor_of(R"({"url": "https://a.example", "also": [{"for": "sign"}]})");
  CHECK(other.state() == "unavailable");
  CHECK(told_by(other).find("/endpoint/also/0/for") != std::string::npos);
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

Visitor after_signing(const Response& response) {
  Visitor visitor = ready();
  visitor.fill_in();
  visitor.submit();
  visitor.answer("https://a.example/x", response);
  return visitor;
}

TEST_CASE("box: an endpoint that is set up wrongly is told to whoever set it up") {
  const Visitor visitor = after_signing(json_response(404, "{}"));
  CHECK(visitor.state() == "failed");
  CHECK(told_by(visitor) ==
        "endpoint: https://a.example/x: expected the status 200, found 404, which /answers/1 "
        "calls set_up_wrongly. There is no such list.");
  CHECK(told_by(after_signing(json_response(418, "{}"))) ==
        "endpoint: https://a.example/x: expected the status 200, found 418, for which there is no "
        "rule");
}

TEST_CASE("box: who is refused without a reason reads that, and keeps the other way to sign") {
  for (const char* body : {"{}", R"({"errors": []})", R"({"errors": [{"field": "other"}]})"}) {
    CAPTURE(body);
    const Visitor visitor = after_signing(json_response(422, body));
    CHECK(visitor.state() == "refused");
    CHECK(visitor.raised().back() != "failed");
    const Node view = visitor.view();
    const std::string words = text_of(view);
    CHECK(words.find("Your signature has not been received") != std::string::npos);
    CHECK(words.find("Check these answers") != std::string::npos);
    CHECK(words.find("not set up as it should be") == std::string::npos);
    CHECK(find(view, [](const Node& node) { return node.tag == "slot"; }) != nullptr);
    CHECK(told_by(visitor) ==
          "endpoint: https://a.example/x: expected the status 200, found 422, which /answers/2 "
          "calls refused");
  }
}

TEST_CASE("box: an error without a name of ours beside one that has it is told to the console") {
  const Visitor visitor =
      after_signing(json_response(422, R"({"errors": [{"field": "mail"}, {"field": "x"}]})"));
  CHECK(visitor.state() == "refused");
  CHECK(visitor.model.errors.size() == 2);
  CHECK(text_of(visitor.view()).find("Your signature has not been received") == std::string::npos);
  CHECK(told_by(visitor).find("found 422, which /answers/2 calls refused") != std::string::npos);
}

TEST_CASE("box: a refusal of what may have arrived before does not say that it has not") {
  Visitor visitor = visitor_of(named);
  visitor.answer(
      "/box/protocols/service.json",
      {200, "",
       documents::changed(service, "\"options\"", "\"catches_duplicates\": true, \"options\"")});
  visitor.fill_in();
  visitor.submit();
  visitor.answer("https://a.example/x", {500, "", ""});
  visitor.wake();
  visitor.answer("https://a.example/x", json_response(422, "{}"));
  CHECK(visitor.state() == "failed");
  CHECK(text_of(visitor.view()).find("It is not certain") != std::string::npos);
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

TEST_CASE("box: what nobody reads in an endpoint is told, and the form opens all the same") {
  Visitor visitor =
      visitor_of(R"({"protocol": "service", "url": "https://a.example/", "list": "x", "lst": 1})");
  visitor.answer("/box/protocols/service.json", {200, "", service});
  CHECK(visitor.state() == "editing");
  CHECK(told_by(visitor).find("protocol: /endpoint/lst") == 0);
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
