#include <unit/catch.hpp>

#include <set>
#include <sstream>

#include <colour/accent.hpp>

#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

// The views of the whole petition in every stage that shows something of its own.
std::vector<std::pair<std::string, Node>> views() {
  const std::string document = read_file("examples/petitions/health-data.json");
  std::vector<std::pair<std::string, Node>> all;
  const auto add = [&](const Visitor& visitor) {
    all.emplace_back(visitor.state(), visitor.view());
  };
  Visitor visitor = reader_of(document);
  visitor.answer("/signatures", {200, "", R"({"count":12345})"});
  add(visitor);
  visitor.submit();
  add(visitor);
  visitor.fill_in();
  visitor.submit();
  add(visitor);
  visitor.answer_signature({});
  add(visitor);
  Visitor failed = visitor;
  failed.wake();
  failed.answer_signature({404, "", ""});
  add(failed);
  failed.submit();
  failed.answer_signature({202, "", R"({"status":"to_be_confirmed"})"});
  add(failed);
  visitor.wake();
  visitor.answer_signature({201, "", R"({"status":"received"})"});
  add(visitor);
  Visitor closed = reader_of(documents::changed(documents::full, "2027-01-31", "2020-01-31"));
  add(closed);
  return all;
}

TEST_CASE("view: a list without bullets says that it is a list") {
  for (const auto& [state, view] : views()) {
    CAPTURE(state);
    const Node* silent = find(view, [](const Node& node) {
      const std::string* role = node.find("role");
      return node.tag == "ol" && (role == nullptr || *role != "list");
    });
    CHECK(silent == nullptr);
  }
}

TEST_CASE("view: the box takes the accent of its page, and gives it back") {
  Visitor visitor = reader_of(documents::small);
  const auto colours = [&] {
    const Node view = visitor.view();
    const std::string* style = view.find("style");
    return style == nullptr ? std::string() : *style;
  };
  visitor.send(Coloured{read_colour("#8a1c4a")});
  CHECK(colours() == accent_style({0x8a, 0x1c, 0x4a}));
  visitor.send(Coloured{});
  CHECK(colours().empty());
}

TEST_CASE("view: every id is given once, and everything that names one finds it") {
  for (const auto& [state, view] : views()) {
    CAPTURE(state);
    CHECK(repeated_ids(view).empty());
    CHECK(dangling_references(view).empty());
  }
}

TEST_CASE("view: every control has a label") {
  for (const auto& [state, view] : views()) CHECK(controls_without_label(view).empty());
}

TEST_CASE("view: every word it says is in its catalogue") {
  for (const auto& [state, view] : views()) {
    CAPTURE(state);
    CHECK(words_that_are_missing(view) == Faults{});
  }
}

TEST_CASE("view: whoever looks for faults in a view finds them") {
  Node view("div");
  view.add("input").set("id", "a").set("aria-describedby", "b").set("name", "n");
  view.add("p", "status.signed").set("id", "a");
  view.add("p", "(error_prefix) Signed.");
  view.add("p", "Tell field.name (optional)");
  view.add("a", "Signed").set("href", "#c");
  CHECK(faults_of(view) == Faults{"twice: a", "twice: a", "nowhere: b", "nowhere: c",
                                  "without label: n", "no words for status.signed",
                                  "no words for Tell field.name (optional)"});
}

TEST_CASE("view: no consent is given before the signer gives it") {
  const Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  int boxes = 0;
  each(visitor.view(), [&](const Node& node) {
    if (value_of(node, "type") != "checkbox") return;
    ++boxes;
    CHECK(value_of(node, "checked").empty());
  });
  CHECK(boxes == 2);
}

TEST_CASE("view: the form posts by itself, with the names of the protocol") {
  const Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  const Node view = visitor.view();
  const Node* form = find(view, [](const Node& node) { return node.tag == "form"; });
  REQUIRE(form != nullptr);
  CHECK(value_of(*form, "method") == "post");
  CHECK(value_of(*form, "action") == "/signatures");
  std::set<std::string> names;
  each(*form, [&](const Node& node) {
    if (node.find("name") != nullptr) names.insert(value_of(node, "name"));
  });
  CHECK(names == std::set<std::string>{"language", "document_version", "submission_id",
                                       "given_name", "family_name", "email_address", "country",
                                       "postal_code", "comment", "consent_sign",
                                       "consent_updates"});
}

TEST_CASE("view: an address that is none of ours never becomes the form's") {
  Visitor visitor = reader_of(documents::small);
  Configuration other = visitor.model.configuration;
  other.endpoint = "javascript:alert(1)";
  visitor.send(Configured{other});
  each(visitor.view(), [](const Node& node) { CHECK(node.tag != "form"); });
}

TEST_CASE("view: the bar says its number in words") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.answer("/signatures", {200, "", R"({"count":12345})"});
  const Node view = visitor.view();
  const Node* bar = find(view, [](const Node& node) { return node.tag == "progress"; });
  REQUIRE(bar != nullptr);
  CHECK(value_of(*bar, "aria-valuetext") == "12,345 signatures of 20,000");
  CHECK(value_of(*bar, "max") == "20000");
  CHECK(value_of(*bar, "value") == "12345");
}

TEST_CASE("view: each date of the timeline is as precise as it is known") {
  const Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  std::string dates;
  each(visitor.view(), [&](const Node& node) {
    if (node.tag == "time") dates += value_of(node, "datetime") + " " + text_of(node) + "; ";
  });
  CHECK(dates ==
        "2019 2019; 2020 2020; 2020 2020; 2022 2022; 2023-11 November 2023; "
        "2023-12 December 2023; 2023-12 December 2023; 2024-01-31 31 January 2024; ");
}

TEST_CASE("view: while the answers are on their way they are held still, and the button waits") {
  for (const auto& [state, view] : views()) {
    const bool busy = state == "sending" || state == "trying-again";
    each(view, [&](const Node& node) {
      if (node.tag == "fieldset") CHECK((node.find("disabled") != nullptr) == busy);
      if (value_of(node, "id") == "pb-submit") {
        CHECK((node.find("aria-disabled") != nullptr) == busy);
        CHECK(node.find("disabled") == nullptr);
      }
    });
  }
}

}  // namespace
}  // namespace petition_box
