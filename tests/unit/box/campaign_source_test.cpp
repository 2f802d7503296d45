#include <unit/catch.hpp>

#include <string>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

using documents::changed;

std::string document() {
  return changed(documents::small, "\"title\"", "\"source_parameter\": \"utm_source\", \"title\"");
}

// What the page's address says, as the box hears it at the beginning.
Entered address(std::vector<Entry> parameters) { return {std::move(parameters), Entering::left}; }

std::string source_sent(const std::string& document, std::vector<Entry> parameters) {
  Visitor visitor;
  visitor.configure();
  visitor.send(address(std::move(parameters)));
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", document});
  visitor.fill_in();
  visitor.submit();
  for (const NameValue& pair : read_urlencoded(visitor.last_fetch("/signatures")->request.body)) {
    if (pair.name == "source") return pair.value;
  }
  return "none";
}

const Node* hidden(const Node& view) {
  return find(view, [](const Node& node) {
    const std::string* name = node.find("name");
    return name != nullptr && *name == "source";
  });
}

TEST_CASE("box: the source in the page's address goes along where the petition names it") {
  CHECK(source_sent(document(), {{"?utm_source", {"newsletter"}}}) == "newsletter");
  CHECK(source_sent(document(), {{"?utm_source", {"first", "second"}}}) == "first");
  CHECK(source_sent(document(), {{"?utm_source", {" " + std::string(99, 'x')}}}) ==
        std::string(63, 'x'));
  CHECK(source_sent(document(), {{"?utm_source", {""}}}) == "none");
  CHECK(source_sent(document(), {{"?utm_campaign", {"may"}}, {"utm_source", {"x"}}}) == "none");
  CHECK(source_sent(document(), {}) == "none");
  CHECK(source_sent(documents::small, {{"?utm_source", {"newsletter"}}}) == "none");
}

TEST_CASE("box: nothing of the page's address stands in the form") {
  Visitor visitor;
  visitor.configure();
  visitor.send(address({{"?given_name", {"Zoë"}}, {"?utm_source", {"newsletter"}}}));
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", document()});
  CHECK(visitor.model.answers["given_name"].empty());
  CHECK(hidden(visitor.view()) == nullptr);
}

TEST_CASE("box: a form that is shown again without script keeps its source") {
  Visitor visitor = reader_of(document());
  visitor.send(address({}));
  visitor.model.answers["?utm_source"] = "newsletter";
  visitor.model.stage = Rejected{};
  const Node view = visitor.view();
  REQUIRE(hidden(view) != nullptr);
  CHECK(*hidden(view)->find("value") == "newsletter");
  CHECK(*hidden(view)->find("type") == "hidden");
}

}  // namespace
}  // namespace petition_box
