#include <unit/catch.hpp>

#include <algorithm>

#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using Names = std::vector<std::string>;

std::string reported(const Visitor& visitor) {
  std::string lines;
  for (const Effect& effect : visitor.history) {
    if (const auto* report = std::get_if<Report>(&effect)) lines += report->line + "\n";
  }
  return lines;
}

TEST_CASE("box: it asks for the document, the number of signatures and its words at once") {
  Visitor visitor;
  visitor.configure("fr,en");
  CHECK(visitor.last_fetch("/petition") != nullptr);
  CHECK(visitor.last_fetch("/signatures") != nullptr);
  CHECK(visitor.last_fetch("/box/locales/fr.json") != nullptr);
  CHECK(visitor.state() == "loading");
}

TEST_CASE("box: what it asks for may not take for ever, nor have any size") {
  Visitor visitor;
  visitor.configure("fr");
  for (const std::string url : {"/petition", "/signatures", "fr.json"}) {
    const Fetch& fetch = *visitor.last_fetch(url);
    CAPTURE(url);
    CHECK(fetch.request.body.empty());
    CHECK(fetch.request.accept == "application/json");
    CHECK(fetch.timeout_ms == 10'000);
    CHECK(fetch.most_bytes >= 64 * 1024);
    CHECK(fetch.most_bytes <= 256 * 1024);
  }
}

TEST_CASE("box: until it is ready, the page's own content shows") {
  Visitor visitor;
  visitor.configure();
  const Node view = visitor.view();
  CHECK(find(view, [](const Node& node) { return node.tag == "slot"; }) != nullptr);
}

TEST_CASE("box: it is ready with the document and the words, in either order") {
  Visitor visitor;
  visitor.configure();
  SECTION("words first") {
    visitor.answer("en.json", {200, "", catalogue_text("en")});
    CHECK(visitor.raised().empty());
    visitor.answer("/petition", {200, "", documents::small});
  }
  SECTION("document first") {
    visitor.answer("/petition", {200, "", documents::small});
    CHECK(visitor.raised().empty());
    visitor.answer("en.json", {200, "", catalogue_text("en")});
  }
  CHECK(visitor.raised().empty());
  CHECK(visitor.state() == "editing");
  visitor.name_countries();
  CHECK(visitor.raised() == Names{"ready"});
}

TEST_CASE(
    "box: a mistaken document is one calm sentence to visitors and all mistakes to its author") {
  Visitor visitor = reader_of(documents::changed(
      documents::changed(documents::full, "\"goal\": 20000", "\"goal\": -1"), "2023-12-21", "x"));
  CHECK(visitor.state() == "unavailable");
  CHECK(text_of(visitor.view()).find("cannot be shown right now") != std::string::npos);
  CHECK(visitor.raised() == Names{"error"});
  CHECK(reported(visitor).find("/goal") != std::string::npos);
  CHECK(reported(visitor).find("/timeline/2/date") != std::string::npos);
}

TEST_CASE("box: a document that cannot be had now is asked for again, some times") {
  Visitor visitor;
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  int attempts = 1;
  visitor.answer("/petition", {});
  while (visitor.state() == "loading") {
    visitor.wake();
    visitor.answer("/petition", {503, "", ""});
    REQUIRE(++attempts < 20);
  }
  CHECK(attempts == 6);
  CHECK(visitor.state() == "unavailable");
}

// Fails what was asked for last at the address, as often as that, and wakes the box each time.
void fail(Visitor& visitor, const std::string& url, int times) {
  for (int i = 0; i < times; ++i) {
    visitor.answer(url, {503, "", ""});
    visitor.wake();
  }
}

int asked_for(const Visitor& visitor, const std::string& url) {
  int times = 0;
  for (const Effect& effect : visitor.history) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    if (fetch != nullptr && fetch->request.url == url) ++times;
  }
  return times;
}

TEST_CASE("box: while visitors read the calm sentence, the document is asked for on, and shown") {
  Visitor visitor;
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  fail(visitor, "/petition", 20);
  CHECK(visitor.state() == "unavailable");
  CHECK(visitor.raised() == Names{"error"});
  visitor.answer("/petition", {200, "", documents::small});
  CHECK(visitor.state() == "editing");
  visitor.name_countries();
  CHECK(visitor.raised() == Names{"error", "ready"});
}

TEST_CASE("box: what nobody answers for ten minutes is asked for once the browser is online") {
  const std::string url = GENERATE(as<std::string>{}, "/petition", "/box/locales/en.json");
  Visitor visitor;
  visitor.configure();
  fail(visitor, url, 39);
  visitor.answer(url, {});
  CHECK(asked_for(visitor, url) == 40);
  CHECK(visitor.last_wake()->ticket < visitor.last_fetch(url)->ticket);
  visitor.send(BackOnline{});
  CHECK(asked_for(visitor, url) == 41);
  visitor.answer("/petition", {200, "", documents::small});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  CHECK(visitor.state() == "editing");
}

TEST_CASE("box: back online it asks at once for what it waits for, and for nothing else") {
  Visitor visitor;
  visitor.configure();
  visitor.send(BackOnline{});
  CHECK(visitor.effects.empty());
  for (const std::string url : {"/petition", "/signatures", "en.json"}) visitor.answer(url, {});
  const Ticket sleeping = visitor.last_wake()->ticket;
  visitor.send(BackOnline{});
  CHECK(visitor.effects.size() == 3);
  visitor.send(Woken{sleeping});
  CHECK(visitor.effects.empty());
}

TEST_CASE("box: what is not there, or is something else, is not asked for again by itself") {
  // The door of a network answers whatever is asked for with a page of its own.
  const Response answer = GENERATE(Response{404, "", ""}, Response{200, "", "<!doctype html>"});
  Visitor visitor;
  visitor.configure();
  for (const std::string url : {"/petition", "/signatures", "en.json"}) {
    visitor.answer(url, answer);
    CHECK(std::none_of(visitor.effects.begin(), visitor.effects.end(),
                       [](const Effect& effect) { return std::get_if<Wake>(&effect); }));
  }
  visitor.send(BackOnline{});
  CHECK(asked_for(visitor, "/petition") == 2);
  visitor.answer("/petition", {200, "", documents::small});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  CHECK(visitor.state() == "editing");
}

TEST_CASE("box: the number of signatures is asked for again where it did not come") {
  Visitor visitor = reader_of(documents::full);
  visitor.answer("/signatures", {});
  visitor.wake();
  visitor.answer("/signatures", {200, "", R"({"count":1234})"});
  CHECK(value_of(visitor.view(), "data-count") == "1234");
}

TEST_CASE("box: the number of signatures of another endpoint is waited for no longer") {
  Visitor visitor = reader_of(documents::full);
  visitor.answer("/signatures", {});
  const Ticket sleeping = visitor.last_wake()->ticket;
  Configuration other = visitor.model.configuration;
  other.endpoint = "javascript:alert(1)";
  visitor.send(Configured{other});
  visitor.send(Woken{sleeping});
  visitor.send(BackOnline{});
  CHECK(visitor.last_fetch("alert(1)") == nullptr);
}

TEST_CASE("box: a document that comes at the second attempt is shown") {
  Visitor visitor;
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {});
  visitor.wake();
  visitor.answer("/petition", {200, "", documents::small});
  CHECK(visitor.state() == "editing");
}

TEST_CASE("box: the place of the number of signatures is kept, unseen, until it is known") {
  const auto is_progress = [](const Node& node) { return value_of(node, "class") == "progress"; };
  Visitor visitor = reader_of(documents::full);
  visitor.answer("/signatures", {500, "", ""});
  const Node without = visitor.view();
  const Node* progress = find(without, is_progress);
  REQUIRE(progress != nullptr);
  CHECK(progress->find("data-waiting") != nullptr);
  CHECK(without.find("data-count") == nullptr);

  Visitor other = reader_of(documents::full);
  other.answer("/signatures", {200, "", R"({"count":1234})"});
  const Node with = other.view();
  progress = find(with, is_progress);
  REQUIRE(progress != nullptr);
  CHECK(progress->find("data-waiting") == nullptr);
  CHECK(value_of(with, "data-count") == "1234");
}

TEST_CASE("box: a box that came with the page is not touched before there is the same to show") {
  Visitor visitor;
  visitor.send(Configured{{"/petition", "/signatures", "/box/", {"en"}, true, 41}});
  CHECK_FALSE(has_view(visitor.model));
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  CHECK_FALSE(has_view(visitor.model));
  visitor.answer("/petition", {200, "", documents::small});
  REQUIRE(has_view(visitor.model));
  CHECK(value_of(visitor.view(), "data-count") == "41");
}

TEST_CASE("box: a box that came with the page stays where the document does not come") {
  Visitor visitor;
  visitor.send(Configured{{"/petition", "/signatures", "/box/", {"en"}, true, std::nullopt}});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {404, "", ""});
  CHECK_FALSE(has_view(visitor.model));
  CHECK(visitor.raised() == std::vector<std::string>{"error"});
}

TEST_CASE("box: another language is shown at once, with everything that was typed") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.fill_in();
  visitor.configure("fr");
  visitor.answer("fr.json", {200, "", catalogue_text("fr")});
  const Node view = visitor.view();
  CHECK(*view.find("lang") == "fr");
  CHECK(text_of(view).find("Nos données de santé") != std::string::npos);
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(visitor.model.answers.gives("sign"));
}

TEST_CASE("box: where no catalogue suits the reader, the petition's own language decides") {
  Visitor visitor;
  visitor.configure("ja");
  visitor.answer("/box/locales/ja.json", {404, "", ""});
  CHECK(visitor.last_fetch("fr.json") == nullptr);
  visitor.answer("/petition", {200, "", documents::full});
  CHECK(visitor.last_fetch("fr.json") != nullptr);
  CHECK(visitor.raised().empty());
}

TEST_CASE(
    "box: a catalogue is asked for by its language, and the reader's next where there is none") {
  Visitor visitor;
  visitor.configure("../x,JA-jp,sr-Latn-RS,fr-CA,en");
  visitor.answer("/petition", {200, "", documents::full});
  visitor.answer("/box/locales/ja.json", {403, "", ""});
  visitor.answer("/box/locales/fr.json", {200, "", catalogue_text("fr")});
  CHECK(*visitor.view().find("lang") == "fr");
  CHECK(visitor.last_fetch("x.json") == nullptr);
  CHECK(visitor.last_fetch("en.json") == nullptr);
  visitor.configure("ja,fr");
  CHECK(*visitor.view().find("lang") == "fr");
}

TEST_CASE("box: a form of address has words of its own, else those of the language") {
  Visitor visitor;
  visitor.configure("de-x-informal");
  visitor.answer("/petition", {200, "", documents::full});
  visitor.answer("/box/locales/de-x-informal.json", {200, "", catalogue_text("de-x-informal")});
  CHECK(*visitor.view().find("lang") == "de-x-informal");
  CHECK(*visitor.view().find("dir") == "ltr");
  CHECK(text_of(visitor.view()).find("Deine Angaben") != std::string::npos);
  visitor.configure("nl-x-formal");
  visitor.answer("/box/locales/nl-x-formal.json", {404, "", ""});
  visitor.answer("/box/locales/nl.json", {200, "", catalogue_text("nl")});
  CHECK(*visitor.view().find("lang") == "nl");
}

TEST_CASE("box: a catalogue that no answer comes to is asked for again before the next one is") {
  Visitor visitor;
  visitor.configure("fr,en");
  visitor.answer("/petition", {200, "", documents::full});
  for (int time = 0; time < 6; ++time) {
    CHECK(visitor.last_fetch("en.json") == nullptr);
    visitor.answer("/box/locales/fr.json", {});
    visitor.wake();
  }
  visitor.answer("/box/locales/en.json", {200, "", catalogue_text("en")});
  CHECK(*visitor.view().find("lang") == "en");
  visitor.send(BackOnline{});
  visitor.answer("/box/locales/fr.json", {200, "", catalogue_text("fr")});
  CHECK(*visitor.view().find("lang") == "fr");
}

TEST_CASE("box: a text that is not in the box's language is marked with its own") {
  Visitor visitor = reader_of(documents::full);
  const Node view = visitor.view();
  const Node* french = find(view, [](const Node& node) {
    return node.tag != "a" && node.find("lang") != nullptr && *node.find("lang") == "fr";
  });
  REQUIRE(french != nullptr);
  CHECK(text_of(*french) == "Elle n’a pas de prix.");
}

TEST_CASE("box: another document replaces the first, and what was typed stays") {
  Visitor visitor = reader_of(documents::full);
  visitor.type("email_address", "ada@example.org");
  Configuration other = visitor.model.configuration;
  other.src = "/other";
  visitor.send(Configured{other});
  CHECK(visitor.state() == "loading");
  visitor.answer("/other", {200, "", documents::small});
  CHECK(text_of(visitor.view()).find("For the bees") != std::string::npos);
  CHECK(visitor.model.answers["email_address"] == "ada@example.org");
}

TEST_CASE("box: without the attributes it needs, it tells the page what it expected") {
  Visitor visitor;
  visitor.send(Configured{{"", "javascript:alert(1)", "/box/", {"en"}}});
  CHECK(reported(visitor).find("src: expected") != std::string::npos);
  CHECK(reported(visitor).find("endpoint: expected") != std::string::npos);
}

}  // namespace
}  // namespace petition_box
