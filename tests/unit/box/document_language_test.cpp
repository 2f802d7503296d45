#include <algorithm>
#include <string>
#include <vector>

#include <command/one_language.hpp>
#include <unit/box/visitor.hpp>
#include <unit/catch.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

// The page says where the document is, in one of its languages, and which languages it has itself.
void configure(Visitor& visitor, const std::string& src, const std::string& language) {
  Configuration configuration{src, "/signatures", "/box/", {language}};
  visitor.send(Configured{configuration});
}

void answer_document(Visitor& visitor, const std::string& language,
                     const std::string& document = documents::full) {
  visitor.answer("?lang=" + language, {200, "", in_one_language(document, language)});
}

void answer_words(Visitor& visitor, const std::string& tag) {
  visitor.answer(tag + ".json", {200, "", catalogue_text(tag)});
}

// Before a box in French, which has asked for its document in French.
Visitor french_reader() {
  Visitor visitor;
  configure(visitor, "/petition?lang=fr", "fr");
  answer_words(visitor, "fr");
  answer_document(visitor, "fr");
  visitor.name_countries();
  return visitor;
}

std::string title_in(const Visitor& visitor) {
  const Node view = visitor.view();
  const Node* title = find(view, [](const Node& node) {
    const std::string* id = node.find("id");
    return id != nullptr && *id == "pb-title";
  });
  return title == nullptr ? std::string() : text_of(*title);
}

const std::string french = "Pour une eau propre";
const std::string english = "For clean water";

std::vector<std::string> asked(const Visitor& visitor) {
  std::vector<std::string> addresses;
  for (const Effect& effect : visitor.history) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    if (fetch != nullptr && fetch->request.url.rfind("/petition", 0) == 0) {
      addresses.push_back(fetch->request.url);
    }
  }
  return addresses;
}

using Addresses = std::vector<std::string>;

TEST_CASE("document language: a document in the page's language is all that is asked for") {
  const Visitor visitor = french_reader();
  CHECK(title_in(visitor) == french);
  CHECK(asked(visitor) == Addresses{"/petition?lang=fr"});
}

TEST_CASE(
    "document language: where the page is in another than its address says, that is asked for") {
  Visitor visitor;
  configure(visitor, "/petition?lang=fr", "en-GB");
  answer_words(visitor, "en");
  answer_document(visitor, "fr");
  CHECK(visitor.state() == "loading");
  answer_document(visitor, "en");
  CHECK(title_in(visitor) == english);
  CHECK(asked(visitor) == Addresses{"/petition?lang=fr", "/petition?lang=en"});
}

TEST_CASE("document language: in a language that the petition has not, its own is shown") {
  Visitor visitor;
  configure(visitor, "/petition?lang=fr", "de");
  answer_words(visitor, "de");
  answer_document(visitor, "fr");
  CHECK(title_in(visitor) == french);
  CHECK(asked(visitor) == Addresses{"/petition?lang=fr"});
}

TEST_CASE("document language: whoever has the whole is asked for each language once") {
  Visitor visitor;
  configure(visitor, "/petition?lang=fr", "en");
  answer_words(visitor, "en");
  visitor.answer("?lang=fr", {200, "", documents::full});
  visitor.answer("?lang=en", {200, "", documents::full});
  CHECK(title_in(visitor) == english);
  CHECK(asked(visitor).size() == 2);
}

TEST_CASE("document language: the chosen language comes with what was typed, ticked and shown") {
  Visitor visitor = french_reader();
  visitor.type("given_name", "Ada");
  visitor.tick("updates");
  visitor.press("speak:en");
  CHECK(title_in(visitor) == french);
  SECTION("words first") {
    answer_words(visitor, "en");
    answer_document(visitor, "en");
  }
  SECTION("document first") {
    answer_document(visitor, "en");
    answer_words(visitor, "en");
  }
  CHECK(title_in(visitor) == english);
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(visitor.model.answers.consents().size() == 1);
  const auto raised = visitor.raised();
  CHECK(std::count(raised.begin(), raised.end(), "ready") == 1);
  visitor.press("speak:fr");
  answer_document(visitor, "fr");
  CHECK(title_in(visitor) == french);
}

TEST_CASE("document language: a language that is no longer wanted is not shown") {
  Visitor visitor = french_reader();
  visitor.press("speak:en");
  const Ticket english_ticket = visitor.last_fetch("?lang=en")->ticket;
  visitor.press("speak:fr");
  visitor.send(Answered{english_ticket, {200, "", in_one_language(documents::full, "en")}});
  CHECK(title_in(visitor) == french);
}

TEST_CASE("document language: what does not come in another language stays as it is") {
  Visitor visitor = french_reader();
  visitor.type("given_name", "Ada");
  const auto raised = visitor.raised();
  visitor.press("speak:en");
  answer_words(visitor, "en");
  SECTION("not there") { visitor.answer("?lang=en", {404, "", ""}); }
  SECTION("something else") { visitor.answer("?lang=en", {200, "", "<!doctype html>"}); }
  SECTION("nothing yet") {
    for (int attempt = 0; attempt < 8; ++attempt) {
      visitor.answer("?lang=en", {0, "", ""});
      CHECK(visitor.state() == "editing");
      visitor.wake();
    }
    answer_document(visitor, "en");
    CHECK(title_in(visitor) == english);
    return;
  }
  CHECK(title_in(visitor) == french);
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(visitor.raised() == raised);
}

TEST_CASE("document language: a document that was changed meanwhile is another petition") {
  const std::string before = read_file("examples/petitions/health-data.json");
  const std::string changed = documents::changed(before, R"("version": "1")", R"("version": "2")");
  Visitor visitor;
  configure(visitor, "/petition?lang=fr", "fr");
  answer_words(visitor, "fr");
  answer_document(visitor, "fr", before);
  visitor.fill_in();
  visitor.tick("updates");
  SECTION("to whoever has not signed yet") {
    visitor.press("speak:en");
    answer_words(visitor, "en");
    answer_document(visitor, "en", changed);
    CHECK(visitor.model.petition->version == "2");
    CHECK(visitor.model.answers.consents().empty());
    CHECK_FALSE(visitor.model.answers["given_name"].empty());
  }
  SECTION("not to whoever is signing it") {
    visitor.submit();
    visitor.press("speak:en");
    answer_document(visitor, "en", changed);
    CHECK(visitor.state() == "sending");
    CHECK(visitor.model.petition->version == "1");
  }
}

TEST_CASE("document language: an address that only names another language changes nothing") {
  Visitor visitor = french_reader();
  visitor.tick("updates");
  configure(visitor, "/petition?lang=en", "fr");
  CHECK(title_in(visitor) == french);
  CHECK(visitor.model.answers.consents().size() == 1);
  CHECK(asked(visitor).size() == 1);
  configure(visitor, "/petition?lang=en", "en");
  answer_document(visitor, "en");
  answer_words(visitor, "en");
  CHECK(title_in(visitor) == english);
  CHECK(visitor.model.answers.consents().size() == 1);
  configure(visitor, "/other?lang=en", "en");
  CHECK(visitor.model.answers.consents().empty());
}

TEST_CASE("document language: where there was nothing, another language may be there") {
  Visitor visitor;
  configure(visitor, "/petition?lang=sv", "fr");
  answer_words(visitor, "fr");
  visitor.answer("?lang=sv", {404, "", ""});
  CHECK(visitor.state() == "unavailable");
  configure(visitor, "/petition?lang=fr", "fr");
  answer_document(visitor, "fr");
  CHECK(title_in(visitor) == french);
}

TEST_CASE("document language: what comes after the signature is told where the document was") {
  const std::string health_data = read_file("examples/petitions/health-data.json");
  Visitor visitor;
  configure(visitor, "/petition?lang=fr", "fr");
  answer_words(visitor, "fr");
  answer_document(visitor, "fr", health_data);
  visitor.press("speak:en");
  answer_document(visitor, "en", health_data);
  answer_words(visitor, "en");
  visitor.fill_in();
  visitor.submit();
  visitor.answer_signature({201, "", R"({"status":"received"})"});
  const Node view = visitor.view();
  const Node* after =
      find(view, [](const Node& node) { return node.find("data-document") != nullptr; });
  REQUIRE(after != nullptr);
  CHECK(*after->find("data-document") == "/petition?lang=en");
}

}  // namespace
}  // namespace petition_box
