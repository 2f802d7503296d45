#include <string>

#include <unit/catch.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

constexpr const char* names_apart =
    R"([{"name": "family_name"}, {"name": "email_address"}, {"name": "given_name"}])";
constexpr const char* three_fields =
    R"([{"name": "given_name"}, {"name": "email_address"}, {"name": "family_name"}])";
constexpr const char* whole_name =
    R"([{"name": "honorific_prefix"}, {"name": "given_name"}, {"name": "family_name"}])";

std::string asking(const std::string& fields, const std::string& more = "") {
  return changed(documents::small, R"("fields": [{"name": "email_address"}])",
                 more + "\"fields\": " + fields);
}

Visitor reader_in(const std::string& language, const std::string& document) {
  Visitor visitor;
  visitor.configure(language);
  visitor.answer(language + ".json", {200, "", catalogue_text(language)});
  visitor.answer("/petition", {200, "", document});
  return visitor;
}

// The names of the controls, as somebody comes to them who goes from each to the next.
std::string asked_in(const Node& node) {
  std::string names;
  const bool is_control = node.tag == "input" || node.tag == "select" || node.tag == "textarea";
  const std::string* type = node.find("type");
  if (is_control && (type == nullptr || *type != "hidden")) names = *node.find("name") + ' ';
  for (const auto& child : node.children) names += asked_in(*child);
  return names;
}

std::string linked_in(const Node& node) {
  const std::string* press = node.find("data-press");
  const bool leads = press != nullptr && press->rfind("focus:pb-", 0) == 0;
  std::string names = leads ? press->substr(9) + ' ' : std::string();
  for (const auto& child : node.children) names += linked_in(*child);
  return names;
}

std::string mistakes_of(Visitor& visitor) {
  visitor.submit();
  const Node view = visitor.view();
  const Node* summary = find(view, [](const Node& node) {
    const std::string* id = node.find("id");
    return id != nullptr && *id == "pb-errors";
  });
  REQUIRE(summary != nullptr);
  return linked_in(*summary);
}

TEST_CASE("order of names: the family name comes first where the language has it so") {
  struct Row {
    std::string language;
    std::string fields;
    std::string asked;
  };
  const Row rows[] = {
      {"en", three_fields, "given_name email_address family_name consent_sign "},
      {"hu", three_fields, "family_name email_address given_name consent_sign "},
      {"hu", whole_name, "honorific_prefix family_name given_name consent_sign "},
      {"hu", names_apart, "family_name email_address given_name consent_sign "},
      {"en", names_apart, "family_name email_address given_name consent_sign "},
      {"hu", R"([{"name": "given_name"}])", "given_name consent_sign "},
      {"hu", R"([{"name": "family_name"}])", "family_name consent_sign "},
  };
  for (const auto& [language, fields, asked] : rows) {
    CAPTURE(language, fields);
    CHECK(asked_in(reader_in(language, asking(fields)).view()) == asked);
  }
}

TEST_CASE("order of names: a document may keep the order in which it is written") {
  const Visitor visitor = reader_in("hu", asking(whole_name, R"("order": "as written", )"));
  CHECK(asked_in(visitor.view()) == "honorific_prefix given_name family_name consent_sign ");
}

TEST_CASE("order of names: mistakes are listed in the order of the form") {
  Visitor hungarian = reader_in("hu", asking(whole_name));
  CHECK(mistakes_of(hungarian) == "honorific_prefix family_name given_name consent_sign ");
  Visitor english = reader_in("en", asking(whole_name));
  CHECK(mistakes_of(english) == "honorific_prefix given_name family_name consent_sign ");
}

TEST_CASE("order of names: it follows the language of the box, with what was typed") {
  Visitor visitor = reader_in("en", asking(whole_name));
  visitor.type("given_name", "Ilona");
  visitor.configure("hu");
  visitor.answer("hu.json", {200, "", catalogue_text("hu")});
  CHECK(asked_in(visitor.view()) == "honorific_prefix family_name given_name consent_sign ");
  CHECK(visitor.model.answers["given_name"] == "Ilona");
}

}  // namespace
}  // namespace petition_box
