#include <unit/catch.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <document/field.hpp>
#include <icu/icu_platform.hpp>
#include <language/catalogue.hpp>
#include <language/tag.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

Names tags() {
  Names tags;
  for (const auto& file :
       std::filesystem::directory_iterator(PETITION_BOX_SOURCES "/embed/locales")) {
    const std::string name = file.path().stem().string();
    const bool is_catalogue = file.path().extension() == ".json";
    if (is_catalogue && name.find('.') == std::string::npos) tags.insert(name);
  }
  return tags;
}

// By key.
std::map<std::string, std::string> words_of(const std::string& tag) {
  return Json::parse(catalogue_text(tag), nullptr, false);
}

// All that the rules of a language tell apart are among them.
std::vector<std::int64_t> counts() {
  std::vector<std::int64_t> counts{1'000, 10'000, 12'345, 1'000'000, 1'000'001, 2'000'000};
  for (std::int64_t count = 0; count <= 200; ++count) counts.push_back(count);
  return counts;
}

TEST_CASE("locales: each is a catalogue, and its tag is one for the core") {
  CHECK(tags().count("en") == 1);
  CHECK(tags().count("fr") == 1);
  for (const std::string& tag : tags()) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
    const auto read = Catalogue::read(tag, catalogue_text(tag));
    const auto* mistakes = std::get_if<json::Mistakes>(&read);
    CHECK((mistakes == nullptr ? "" : json::describe(*mistakes)) == std::string());
  }
}

TEST_CASE("locales: whatever the count, there are words for it by the rules of ICU") {
  const IcuPlatform platform;
  for (const std::string& tag : tags()) {
    const auto words = words_of(tag);
    for (const std::int64_t count : counts()) {
      CAPTURE(tag, count);
      CHECK(words.count("signatures_" + platform.plural_category(tag, count)) == 1);
    }
  }
}

TEST_CASE("locales: in French there are a million of a thing, and a million and one things") {
  Visitor visitor = reader_of(documents::changed(documents::small, "[\"en\"]", "[\"fr\"]"));
  visitor.configure("fr");
  visitor.answer("fr.json", {200, "", catalogue_text("fr")});
  const auto shown = [&](const std::string& count) {
    visitor.send(Configured{{"/petition", "/" + count + "/signatures", "/box/", {"fr"}}});
    visitor.answer("/signatures", {200, "", R"({"count":)" + count + "}"});
    return text_of(*find(visitor.view(), [](const Node& node) {
      const std::string* name = node.find("class");
      return name != nullptr && *name == "progress";
    }));
  };
  CHECK(shown("1") == "1 signature");
  CHECK(shown("1000000") == "1\u202f000\u202f000 de signatures");
  CHECK(shown("1000001") == "1\u202f000\u202f001 signatures");
  CHECK(shown("3000000") == "3\u202f000\u202f000 de signatures");
}

TEST_CASE("locales: there are words for every error that the rules or the endpoint can find") {
  for (const std::string& tag : tags()) {
    const auto words = words_of(tag);
    for (const std::string code :
         {"encoding", "too_long", "marks", "address", "outdated", "reused", "other"}) {
      CAPTURE(tag, code);
      CHECK(words.count("error." + code) == 1);
    }
    for (const KnownField& field : known_fields) {
      CAPTURE(tag, field.name);
      CHECK(words.count("field." + std::string(field.name)) == 1);
    }
    CHECK(words.count("error.missing") == 1);
    for (const FieldKind kind : all_field_kinds) {
      const bool any_text = kind == FieldKind::line || kind == FieldKind::long_text;
      CAPTURE(tag, name_of(kind));
      CHECK(words.count("error." + std::string(name_of(kind)) + ".format") == (any_text ? 0 : 1));
    }
    CHECK(words.count("error.email_address.needed_for_updates") == 1);
    CHECK(words.count("error.postcode.too_long") == 1);
    CHECK(words.count("error.consent_sign.missing") == 1);
  }
}

TEST_CASE("locales: there are words for every stage of a signature") {
  for (const std::string& tag : tags()) {
    const auto words = words_of(tag);
    for (const std::string stage :
         {"sending", "trying_again", "signed", "to_confirm", "closed", "failed"}) {
      CAPTURE(tag, stage);
      CHECK(words.count("status." + stage) == 1);
      if (stage != "sending") CHECK(words.count("status." + stage + ".heading") == 1);
    }
    for (const std::string why : {"too_long", "set_up_wrongly", "unconfirmed.heading"}) {
      CHECK(words.count("status." + why) == 1);
    }
    for (const std::string_view purpose : known_purposes) {
      CHECK(words.at(control_name(purpose)).find("{{controller}}") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace petition_box
