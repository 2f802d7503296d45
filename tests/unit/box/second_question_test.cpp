#include <unit/catch.hpp>

#include <string>
#include <vector>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

using Names = std::vector<std::string>;

const Response received{201, "", R"({"status":"received"})"};

// Somebody who has filled in a form with a second question, and has just pressed the button.
Visitor asked() {
  Visitor visitor = reader_of(documents::full);
  visitor.fill_in();
  visitor.send(Submitted{});
  return visitor;
}

const Node* dialog_of(const Node& view) {
  return find(view, [](const Node& node) { return node.tag == "dialog"; });
}

std::string sent(const Visitor& visitor, const std::string& name) {
  for (const NameValue& pair : read_urlencoded(visitor.last_fetch("/signatures")->request.body)) {
    if (pair.name == name) return pair.value;
  }
  return {};
}

TEST_CASE("second question: it is asked once, of whoever left the news untouched") {
  Visitor visitor = asked();
  CHECK(visitor.state() == "asked");
  CHECK(visitor.last_fetch("/signatures")->request.body.empty());
  CHECK(visitor.focused() == Names{"pb-question-heading"});
  CHECK(std::holds_alternative<ShowDialog>(visitor.effects.front()));
  const Node view = visitor.view();
  const Node* dialog = dialog_of(view);
  REQUIRE(dialog != nullptr);
  CHECK(text_of(*dialog).find("Would you like news?") == 0);
  visitor.press("go_back");
  CHECK(visitor.state() == "editing");
  CHECK(visitor.last_fetch("/signatures")->request.body.empty());
  CHECK(visitor.focused() == Names{"pb-submit"});
  CHECK(dialog_of(visitor.view()) == nullptr);
  visitor.send(Submitted{});
  CHECK(visitor.state() == "sending");
  visitor.permit();
  CHECK(sent(visitor, "consent_updates").empty());
}

TEST_CASE("second question: the same signature is sent either way, with what was said and how") {
  for (const auto& [press, said] :
       {std::pair("accept", "given"), std::pair("decline", "refused")}) {
    Visitor visitor = asked();
    visitor.press(press);
    visitor.permit();
    CHECK(visitor.state() == "sending");
    CHECK(sent(visitor, "given_name") == "Ada");
    CHECK(sent(visitor, "consent_updates") == said);
    CHECK(sent(visitor, "consent_updates_how") == "second_question");
    CHECK(sent(visitor, "consent_updates_at") == std::to_string(visitor.now));
    CHECK(sent(visitor, "consent_sign_how") == "box");
    visitor.answer_signature(received);
    CHECK(visitor.state() == "signed");
  }
}

TEST_CASE("second question: whoever said yes or no is not asked") {
  Visitor yes = reader_of(documents::full);
  yes.fill_in();
  yes.tick("updates");
  yes.send(Submitted{});
  CHECK(yes.state() == "sending");
  Visitor no = reader_of(documents::full);
  no.fill_in();
  no.tick("updates");
  no.tick("updates", false);
  no.send(Submitted{});
  CHECK(no.state() == "sending");
  no.permit();
  CHECK(sent(no, "consent_updates") == "refused");
  CHECK(sent(no, "consent_updates_how") == "box");
}

TEST_CASE("second question: it is not asked while something is wrong, and never after a failure") {
  Visitor visitor = reader_of(documents::full);
  visitor.send(Submitted{});
  CHECK(visitor.state() == "editing");
  visitor.fill_in();
  visitor.send(Submitted{});
  CHECK(visitor.state() == "asked");
  visitor.press("decline");
  visitor.permit();
  visitor.answer_signature({404, "", ""});
  visitor.send(Submitted{});
  CHECK(visitor.state() == "sending");
}

TEST_CASE("second question: nothing but its buttons answers it") {
  Visitor visitor = asked();
  visitor.send(Submitted{});
  CHECK(visitor.effects.empty());
  visitor.send(BackOnline{});
  CHECK(visitor.state() == "asked");
  visitor.press("edit");
  CHECK(visitor.state() == "asked");
  Visitor editing = reader_of(documents::full);
  for (const std::string press : {"accept", "decline", "go_back", "reject", ""}) {
    editing.press(press);
    CHECK(editing.effects.empty());
    CHECK(editing.model.answers.consent("updates").decision == Decision::none);
  }
}

TEST_CASE("second question: news need an address, also when they are wanted late") {
  const std::string document = documents::changed(documents::full, R"({"name": "email_address"})",
                                                  R"({"name": "email_address", "optional": true})");
  Visitor visitor = reader_of(document);
  visitor.fill_in();
  visitor.type("email_address", "");
  visitor.send(Submitted{});
  visitor.press("accept");
  CHECK(visitor.state() == "editing");
  CHECK(visitor.focused() == Names{"pb-errors"});
  visitor.type("email_address", "ada@example.org");
  visitor.send(Submitted{});
  visitor.permit();
  CHECK(sent(visitor, "consent_updates") == "given");
}

}  // namespace
}  // namespace petition_box
