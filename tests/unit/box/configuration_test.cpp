#include <unit/catch.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

const Response received{201, "", R"({"status":"received"})"};

// Someone who has filled in the form of the full petition, in English.
Visitor signer() {
  Visitor visitor = reader_of(documents::full);
  visitor.fill_in();
  return visitor;
}

void configure(Visitor& visitor, const std::string& src, const std::string& endpoint) {
  Configuration next = visitor.model.configuration;
  next.src = src;
  next.endpoint = endpoint;
  visitor.send(Configured{next});
}

std::size_t asked(const Visitor& visitor) {
  std::size_t number = 0;
  for (const Effect& effect : visitor.effects) {
    if (std::holds_alternative<Fetch>(effect)) ++number;
  }
  return number;
}

TEST_CASE("box: what the page says a second time changes nothing") {
  Visitor visitor = signer();
  visitor.configure();
  CHECK(visitor.effects.empty());
  CHECK(visitor.state() == "editing");
}

TEST_CASE("box: another endpoint is asked for its number, and gets the signature") {
  Visitor visitor = signer();
  visitor.answer("/signatures", {200, "", R"({"count":12})"});
  configure(visitor, "/petition", "/other");
  CHECK(visitor.model.count == std::nullopt);
  CHECK(asked(visitor) == 1);
  CHECK(visitor.last_fetch("/other")->request.body.empty());
  CHECK(visitor.model.answers["given_name"] == "Ada");
  visitor.submit();
  CHECK_FALSE(visitor.last_fetch("/other")->request.body.empty());
}

TEST_CASE("box: a consent that was given to one petition is not given to the next") {
  Visitor visitor = signer();
  visitor.tick("updates");
  configure(visitor, "/other", "/signatures");
  visitor.answer("/other", {200, "", documents::full});
  CHECK(visitor.model.answers.consents().empty());
  CHECK(visitor.model.answers["given_name"] == "Ada");
}

TEST_CASE("box: the errors of one petition are not shown at the next") {
  Visitor visitor = reader_of(documents::full);
  visitor.submit();
  REQUIRE_FALSE(visitor.model.errors.empty());
  configure(visitor, "/other", "/signatures");
  visitor.answer("/other", {200, "", documents::full});
  CHECK(visitor.model.errors.empty());
  visitor.type("email_address", "ada@");
  CHECK(visitor.model.errors.empty());
}

TEST_CASE("box: whoever signed one petition can sign the next") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(received);
  configure(visitor, "/other", "/signatures");
  visitor.answer("/other", {200, "", documents::full});
  CHECK(visitor.state() == "editing");
  CHECK(visitor.model.answers["given_name"].empty());
  CHECK(visitor.model.answers["country"] == "FR");
}

TEST_CASE("box: an answer about a petition that was replaced is not shown") {
  Visitor visitor;
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  const Ticket old = visitor.last_fetch("/petition")->ticket;
  configure(visitor, "/other", "/signatures");
  visitor.send(Answered{old, {200, "", documents::full}});
  CHECK(visitor.state() == "loading");
  CHECK_FALSE(visitor.model.petition);
  visitor.answer("/other", {200, "", documents::small});
  CHECK(visitor.model.petition->id == "bees");
}

TEST_CASE("box: while a signature is on its way, only the page's last word counts") {
  Visitor visitor = signer();
  visitor.submit();
  configure(visitor, "/second", "/signatures");
  SECTION("when that is another petition") {
    configure(visitor, "/third", "/signatures");
    CHECK(asked(visitor) == 0);
    visitor.answer_signature(received);
    CHECK(visitor.last_fetch("/second") == nullptr);
    CHECK(visitor.last_fetch("/third") != nullptr);
  }
  SECTION("when that is the petition of before") {
    configure(visitor, "/petition", "/signatures");
    visitor.answer_signature(received);
    CHECK(visitor.state() == "signed");
    CHECK(visitor.last_fetch("/second") == nullptr);
  }
}

TEST_CASE("box: another endpoint waits until the signature that is on its way has failed") {
  Visitor visitor = signer();
  visitor.submit();
  configure(visitor, "/petition", "/other");
  visitor.answer_signature({});
  CHECK(visitor.state() == "trying-again");
  visitor.wake();
  CHECK(visitor.last_fetch("/other") == nullptr);
  visitor.answer_signature({404, "", ""});
  CHECK(visitor.state() == "failed");
  visitor.submit();
  CHECK_FALSE(visitor.last_fetch("/other")->request.body.empty());
}

TEST_CASE("box: another language is shown even while a signature is on its way") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.configure("fr");
  visitor.answer("fr.json", {200, "", catalogue_text("fr")});
  CHECK(*visitor.view().find("lang") == "fr");
  CHECK(visitor.state() == "sending");
  visitor.answer_signature(received);
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: words in a language that is no longer wanted are not shown") {
  Visitor visitor = reader_of(documents::full);
  visitor.configure("fr");
  const Ticket french = visitor.last_fetch("fr.json")->ticket;
  visitor.configure("en");
  visitor.send(Answered{french, {200, "", catalogue_text("fr")}});
  CHECK(*visitor.view().find("lang") == "en");
}

TEST_CASE("box: where its words cannot be had in another language, it keeps those it has") {
  Visitor visitor = reader_of(documents::full);
  visitor.configure("fr");
  visitor.answer("fr.json", {404, "", ""});
  const Node view = visitor.view();
  CHECK(*view.find("lang") == "en");
  CHECK(text_of(view).find("Pour une eau propre") != std::string::npos);
  CHECK(visitor.raised().back() == "ready");
}

TEST_CASE("box: an answer to nothing that was asked changes nothing") {
  Visitor visitor = signer();
  visitor.answer("/signatures", {200, "", R"({"count":12})"});
  for (const Ticket ticket : {Ticket{0}, Ticket{1}, Ticket{2}, Ticket{3}, Ticket{99}}) {
    CAPTURE(ticket);
    for (const Response& answer : {Response{}, Response{200, "", "{}"}, Response{404, "", ""},
                                   Response{200, "", R"({"count":99})"}, received}) {
      visitor.send(Answered{ticket, answer});
      CHECK(visitor.effects.empty());
      CHECK(visitor.state() == "editing");
    }
    visitor.send(Woken{ticket});
    CHECK(visitor.effects.empty());
  }
  CHECK(visitor.model.count == 12);
}

TEST_CASE("box: a number that comes late does not take the signer's own signature away") {
  Visitor visitor = signer();
  const Ticket counting = visitor.last_fetch("/signatures")->ticket;
  visitor.submit();
  visitor.answer_signature(received);
  CHECK(visitor.model.count == std::nullopt);
  visitor.send(Answered{counting, {200, "", R"({"count":12344})"}});
  CHECK(visitor.model.count == 12345);
}

TEST_CASE("box: whoever has signed sees the public number with their own signature added") {
  Visitor visitor = signer();
  const Ticket counting = visitor.last_fetch("/signatures")->ticket;
  visitor.answer("/signatures", {200, "", R"({"count":12344})"});
  visitor.submit();
  visitor.answer_signature(received);
  CHECK(visitor.model.count == 12345);
  visitor.send(Answered{counting, {200, "", R"({"count":12344})"}});
  CHECK(visitor.model.count == 12345);
  visitor.configure("fr");
  CHECK(visitor.model.count == 12345);
}

TEST_CASE("box: the number on the page counts the signer until the endpoint tells another") {
  Visitor visitor = signer();
  visitor.model.count = 41;  // as a page says that came with the box as HTML
  const Ticket counting = visitor.last_fetch("/signatures")->ticket;
  visitor.submit();
  visitor.answer_signature(received);
  visitor.send(Answered{counting, {200, "", R"({"count":41})"}});
  CHECK(visitor.model.count == 42);
}

TEST_CASE("box: the number of another endpoint is shown as that endpoint says it") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(received);
  Configuration other = visitor.model.configuration;
  other.endpoint = "/other";
  visitor.send(Configured{other});
  visitor.answer("/other", {200, "", R"({"count":7})"});
  CHECK(visitor.model.count == 7);
}

TEST_CASE("box: without a petition there is nothing to submit") {
  Visitor visitor;
  visitor.configure();
  visitor.submit();
  CHECK(visitor.effects.empty());
  visitor.answer("/petition", {200, "", documents::small});
  visitor.submit();
  CHECK(visitor.effects.empty());
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.submit();
  CHECK(visitor.model.errors.size() == 2);
}

TEST_CASE("box: what was typed before the petition came is there when it comes") {
  Visitor visitor;
  visitor.configure();
  visitor.type("given_name", "Ada");
  visitor.type("country", "BE");
  visitor.answer("/petition", {200, "", documents::full});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(visitor.model.answers["country"] == "BE");
}

}  // namespace
}  // namespace petition_box
