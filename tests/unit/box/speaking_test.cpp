#include <string>

#include <unit/catch.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

std::string value_in(const Node& node, std::string_view name) {
  const std::string* value = node.find(name);
  return value == nullptr ? std::string() : *value;
}

// The links to other languages: what each says and where it leads.
std::string languages_in(const Node& node) {
  std::string links;
  if (value_in(node, "data-press").rfind("speak:", 0) == 0) {
    links = value_in(node, "lang") + ' ' + value_in(node, "href") + ' ' + text_of(node) + "; ";
  }
  for (const auto& child : node.children) links += languages_in(*child);
  return links;
}

std::string language_of(const Visitor& visitor) { return value_in(visitor.view(), "lang"); }

void answer_words(Visitor& visitor, const std::string& tag) {
  visitor.answer(tag + ".json", {200, "", catalogue_text(tag)});
}

TEST_CASE("speaking: each other language of the document is a link under its own name") {
  const Visitor visitor = reader_of(documents::full);
  CHECK(languages_in(visitor.view()) == "fr ?lang=fr Français; ");
}

TEST_CASE("speaking: a document in one language has no such links") {
  CHECK(languages_in(reader_of(documents::small).view()).empty());
}

TEST_CASE("speaking: the box speaks the chosen language, with what was typed") {
  Visitor visitor = reader_of(documents::full);
  visitor.type("given_name", "Ada");
  visitor.press("speak:fr");
  CHECK(language_of(visitor) == "en");
  answer_words(visitor, "fr");
  CHECK(language_of(visitor) == "fr");
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(languages_in(visitor.view()) == "en ?lang=en English; ");
  visitor.press("speak:en");
  answer_words(visitor, "en");
  CHECK(language_of(visitor) == "en");
}

TEST_CASE("speaking: what is chosen stays, until the page says another language") {
  Visitor visitor = reader_of(documents::full);
  visitor.press("speak:fr");
  answer_words(visitor, "fr");
  visitor.configure("en");
  CHECK(language_of(visitor) == "fr");
  visitor.configure("de");
  answer_words(visitor, "de");
  CHECK(language_of(visitor) == "de");
}

}  // namespace
}  // namespace petition_box
