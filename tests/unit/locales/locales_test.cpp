#include <unit/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

#include <unicode/plurrule.h>
#include <unicode/strenum.h>
#include <nlohmann/json.hpp>

#include <document/field.hpp>
#include <language/catalogue.hpp>
#include <language/tag.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>
#include <unit/locales/typography.hpp>

namespace petition_box {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

const Names plural_forms{"zero", "one", "two", "few", "many", "other"};

Names tags() {
  Names tags;
  for (const auto& file :
       std::filesystem::directory_iterator(PETITION_BOX_SOURCES "/embed/locales")) {
    const std::string name = file.path().stem().string();
    if (name.find('.') == std::string::npos) tags.insert(name);
  }
  return tags;
}

// By key.
std::map<std::string, std::string> words_of(const std::string& tag) {
  return Json::parse(catalogue_text(tag), nullptr, false);
}

// "signatures_many" gives "signatures_"; any other key gives itself.
std::string without_form(const std::string& key) {
  const std::size_t mark = key.rfind('_');
  const bool is_form = mark != std::string::npos && plural_forms.count(key.substr(mark + 1)) == 1;
  return is_form ? key.substr(0, mark + 1) : key;
}

Names keys_of(const std::string& tag) {
  Names keys;
  for (const auto& [key, text] : words_of(tag)) keys.insert(without_form(key));
  return keys;
}

Names holes_in(const std::string& text) {
  Names holes;
  for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 1)) {
    holes.insert(text.substr(at, text.find("}}", at) - at));
  }
  return holes;
}

Names categories_of(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale(tag.c_str()), status));
  const std::unique_ptr<icu::StringEnumeration> names(rules->getKeywords(status));
  Names categories;
  while (const char* name = names->next(nullptr, status)) categories.insert(name);
  return categories;
}

TEST_CASE("locales: each is a catalogue under its canonical tag") {
  CHECK(tags().count("en") == 1);
  CHECK(tags().count("fr") == 1);
  for (const std::string& tag : tags()) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
    UErrorCode status = U_ZERO_ERROR;
    CHECK(icu::Locale::forLanguageTag(tag, status).toLanguageTag<std::string>(status) == tag);
    const auto read = Catalogue::read(tag, catalogue_text(tag));
    const auto* mistakes = std::get_if<json::Mistakes>(&read);
    CHECK((mistakes == nullptr ? "" : json::describe(*mistakes)) == std::string());
  }
}

TEST_CASE("locales: all have the same words, and none is empty") {
  for (const std::string& tag : tags()) {
    CAPTURE(tag);
    CHECK(keys_of(tag) == keys_of("en"));
    for (const auto& [key, text] : words_of(tag)) {
      CAPTURE(key);
      CHECK(text.find_first_not_of(' ') == 0);
      CHECK(text.find_last_not_of(' ') == text.size() - 1);
    }
  }
}

TEST_CASE("locales: a count has exactly the plural forms of its language") {
  for (const std::string& tag : tags()) {
    std::map<std::string, Names> forms;
    for (const auto& [key, text] : words_of(tag)) {
      const std::string stem = without_form(key);
      if (stem != key) forms[stem].insert(key.substr(stem.size()));
    }
    CHECK_FALSE(forms.empty());
    for (const auto& [stem, categories] : forms) {
      CAPTURE(tag, stem);
      CHECK(categories == categories_of(tag));
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

// What pages of the endpoint say and the box does not.
std::map<std::string, std::string> page_words_of(const std::string& tag) {
  return Json::parse(read_file("examples/endpoint/locales/" + tag + ".json"), nullptr, false);
}

TEST_CASE("locales: the endpoint's own pages have words in every language of the box") {
  Names keys;
  for (const auto& [key, text] : page_words_of("en")) keys.insert(key);
  for (const std::string& tag : tags()) {
    CAPTURE(tag);
    Names own;
    for (const auto& [key, text] : page_words_of(tag)) own.insert(key);
    CHECK(own == keys);
  }
  for (const auto& [key, text] : page_words_of("fr")) {
    CAPTURE(key, text);
    CHECK(typos_in_french(text) == std::vector<std::string>{});
  }
}

TEST_CASE("locales: what is put into a text in one language is put into it in all") {
  std::map<std::string, Names> english;
  for (const auto& [key, text] : words_of("en")) english[without_form(key)] = holes_in(text);
  for (const std::string& tag : tags()) {
    for (const auto& [key, text] : words_of(tag)) {
      CAPTURE(tag, key);
      CHECK(holes_in(text) == english[without_form(key)]);
    }
  }
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

TEST_CASE("locales: the box says what to do, and neither begs nor blames") {
  const std::map<std::string, std::vector<std::string>> banned{
      {"en", {"please", "sorry", "invalid", "oops", "required"}},
      {"fr", {"veuillez", "s’il vous plaît", "désolé", "invalide", "oups", "obligatoire"}}};
  for (const auto& [tag, phrases] : banned) {
    for (auto [key, text] : words_of(tag)) {
      std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      });
      for (const std::string& phrase : phrases) {
        CAPTURE(tag, key, phrase);
        CHECK(text.find(phrase) == std::string::npos);
      }
    }
  }
}

// Calls `look` with each French text of the document.
template <class Look>
void each_french(const Json& value, const std::string& place, const Look& look) {
  if (!value.is_structured()) return;
  for (const auto& item : value.items()) {
    const std::string inner = place + '/' + item.key();
    if (item.key() == "fr" && item.value().is_string()) look(inner, item.value());
    each_french(item.value(), inner, look);
  }
}

TEST_CASE("locales: French is set as French printers set it") {
  for (const auto& [key, text] : words_of("fr")) {
    CAPTURE(key, text);
    CHECK(typos_in_french(text) == std::vector<std::string>{});
  }
}

TEST_CASE("locales: the example petition's French is set so, too") {
  const Json petition =
      Json::parse(read_file("examples/petitions/health-data.json"), nullptr, false);
  int texts = 0;
  each_french(petition, "", [&](const std::string& place, const std::string& text) {
    CAPTURE(place, text);
    CHECK(typos_in_french(text) == std::vector<std::string>{});
    ++texts;
  });
  CHECK(texts > 15);
}

TEST_CASE("locales: whoever looks for typos finds them") {
  using Typos = std::vector<std::string>;
  CHECK(typos_in_french("Êtes-vous sûr\u202f? « Oui\u00a0»\u00a0: l’eau…") == Typos{"after «"});
  CHECK(typos_in_french("l'eau") == Typos{"[']"});
  CHECK(typos_in_french("Signer ?") == Typos{"before ?"});
  CHECK(typos_in_french("Signer!") == Typos{"before !"});
  CHECK(typos_in_french("Un\u00a0; deux") == Typos{"before ;"});
  CHECK(typos_in_french("Ici :") == Typos{"before :"});
  CHECK(typos_in_french("Ici\u202f:") == Typos{"before :"});
  CHECK(typos_in_french("https://example.org").empty());
  CHECK(typos_in_french("Attendez...") == Typos{"[...]"});
  CHECK(typos_in_french("un  deux") == Typos{"[  ]"});
  CHECK(typos_in_french("«\u00a0Oui»") == Typos{"before »"});
}

}  // namespace
}  // namespace petition_box
