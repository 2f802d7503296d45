#include <unit/catch.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

constexpr std::int64_t some_days = 400LL * 24 * 60 * 60 * 1000;

const Node* by_id(const Node& node, const std::string& id) {
  return find(node, [&](const Node& n) { return n.find("id") != nullptr && *n.find("id") == id; });
}

bool has_form(const Visitor& visitor) {
  return find(visitor.view(), [](const Node& node) { return node.tag == "form"; }) != nullptr;
}

std::string last_day_of(const Visitor& visitor) {
  const Node view = visitor.view();
  const Node* line = find(view, [](const Node& node) {
    return node.find("class") != nullptr && *node.find("class") == "last-day";
  });
  return line == nullptr ? "" : text_of(*line);
}

std::string status_of(const Visitor& visitor) {
  const Node view = visitor.view();
  return text_of(*by_id(view, "pb-status"));
}

TEST_CASE("box: a clock that is 400 days ahead closes no petition") {
  const std::string document = changed(documents::full, "2027-01-31", "2026-02-02");
  Visitor visitor = reader_of(document);
  visitor.now += some_days;
  visitor.configure("fr");
  visitor.send(Configured{{"/again", "/signatures", "/box/", {"en"}}});
  visitor.answer("/again", {200, "", document});
  CHECK(visitor.state() == "editing");
  visitor.fill_in();
  visitor.submit();
  CHECK(visitor.state() == "sending");
  visitor.answer_signature({201, "", R"({"status":"received"})"});
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: whoever comes to a petition that the endpoint has closed fills in no form") {
  Visitor visitor = reader_of(documents::full);
  CHECK(has_form(visitor));
  visitor.answer("/signatures", {200, "", R"({"count":12,"closed":true})"});
  CHECK(visitor.state() == "closed");
  CHECK_FALSE(has_form(visitor));
  CHECK(last_day_of(visitor).empty());
  CHECK(visitor.model.count == 12);
}

TEST_CASE("box: that it is closed is known before there is a petition to show") {
  Visitor visitor;
  visitor.configure();
  visitor.answer("/signatures", {200, "", R"({"count":12,"closed":true})"});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", documents::full});
  CHECK(visitor.state() == "closed");
  CHECK_FALSE(has_form(visitor));
}

TEST_CASE("box: a page that came closed stays so, unless the endpoint says another thing") {
  Visitor visitor;
  Configuration configuration{"/petition", "/signatures", "/box/", {"en"}, true};
  configuration.closed = true;
  visitor.send(Configured{configuration});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", documents::full});
  CHECK(visitor.state() == "closed");
  Visitor other = visitor;
  other.answer("/signatures", {503, "", ""});
  CHECK(other.state() == "closed");
  visitor.answer("/signatures", {200, "", R"({"count":12})"});
  CHECK(visitor.state() == "editing");
}

TEST_CASE("box: what was typed into a form that closes meanwhile can still be read and copied") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.fill_in();
  visitor.type("comment", "Because.");
  visitor.submit();
  visitor.answer_signature({410, "", ""});
  CHECK(visitor.state() == "closed");
  CHECK(visitor.focused() == std::vector<std::string>{"pb-status"});
  CHECK_FALSE(visitor.model.submission);
  const Node view = visitor.view();
  const Node* comment = by_id(view, "pb-comment");
  REQUIRE(comment != nullptr);
  CHECK(*comment->find("value") == "Because.");
  CHECK(*by_id(view, "pb-given_name")->find("value") == "Ada");
  CHECK(by_id(view, "pb-submit") == nullptr);
  visitor.submit();
  CHECK(visitor.effects.empty());
}

TEST_CASE("box: what the endpoint said of a signature is not undone by a number from before") {
  Visitor visitor = reader_of(documents::full);
  const Ticket counting = visitor.last_fetch("/signatures")->ticket;
  visitor.fill_in();
  visitor.submit();
  visitor.answer_signature({410, "", ""});
  visitor.send(Answered{counting, {200, "", R"({"count":12})"}});
  CHECK(visitor.state() == "closed");
}

TEST_CASE("box: a signature on its way has its own answer, whatever the number says") {
  Visitor visitor = reader_of(documents::full);
  const Ticket counting = visitor.last_fetch("/signatures")->ticket;
  visitor.fill_in();
  visitor.submit();
  visitor.send(Answered{counting, {200, "", R"({"count":12,"closed":true})"}});
  CHECK(visitor.state() == "sending");
  visitor.answer_signature({201, "", R"({"status":"received"})"});
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: an open petition says until when, in the language of the box and with the zone") {
  const std::string paris =
      changed(documents::full, "\"closes\"", "\"time_zone\": \"Europe/Paris\", \"closes\"");
  Visitor visitor = reader_of(paris);
  CHECK(last_day_of(visitor) == "Open until the end of 31 January 2027 (Central European Time)");
  visitor.configure("fr");
  visitor.answer("fr.json", {200, "", catalogue_text("fr")});
  CHECK(last_day_of(visitor) ==
        "Ouverte jusqu’au 31 janvier 2027 inclus (heure d’Europe centrale)");
  CHECK(last_day_of(reader_of(documents::full)) == "Open until the end of 31 January 2027 (UTC)");
  CHECK(last_day_of(reader_of(documents::small)).empty());
}

TEST_CASE("box: a closed petition says until when it was open, in the same words") {
  Visitor visitor = reader_of(documents::full);
  visitor.answer("/signatures", {200, "", R"({"closed":true})"});
  CHECK(status_of(visitor) ==
        "This petition is closedIt took signatures until the end of 31 January 2027 (UTC).");
}

}  // namespace
}  // namespace petition_box
