#include <unit/catch.hpp>

#include <string>
#include <vector>

#include <unicode/uloc.h>

#include <language/tag.hpp>

namespace petition_box {
namespace {

std::string found(const std::vector<std::string>& ranges,
                  const std::vector<std::string>& available) {
  const auto index = lookup(ranges, available);
  return index ? available.at(*index) : "nothing";
}

TEST_CASE("language: a tag is made of subtags of one to eight letters or digits") {
  for (const std::string tag : {"fr", "fil", "pt-BR", "zh-Hant-TW", "de-1996", "sl-rozaj-biske",
                                "es-419", "en-a-bbb-x-a-ccc", "EN-gb", "de-CH-1996"}) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
  }
  for (const std::string tag :
       {"", "f", "français", "french", "en_GB", "en-", "-en", "en--GB", "en-toolongsubtag", "e1",
        "12", "en GB", "*", "en-é", " en", "en\n"}) {
    CAPTURE(tag);
    CHECK_FALSE(is_language_tag(tag));
  }
}

TEST_CASE("language: tags are read from a list with commas, whatever is empty in it") {
  CHECK(tags_in("fr") == std::vector<std::string>{"fr"});
  CHECK(tags_in("fr-CA,,en,") == std::vector<std::string>{"fr-CA", "en"});
  CHECK(tags_in("fr_FR,zh_Hant_TW") == std::vector<std::string>{"fr-FR", "zh-Hant-TW"});
  CHECK(tags_in(",").empty());
  CHECK(tags_in("").empty());
}

TEST_CASE("language: a range is shortened until a tag matches, as in RFC 4647 section 3.4") {
  // The example of the RFC: one tag at a time is there.
  const std::string range = "zh-Hant-CN-x-private1-private2";
  for (const std::string tag :
       {"zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant"}) {
    CHECK(found({range}, {"en", tag}) == tag);
  }
  // The single letter goes together with what follows it.
  CHECK(found({range}, {"zh-Hant-CN-x"}) == "nothing");
}

TEST_CASE("language: a language is found under the name that stands for it") {
  struct Row {
    std::string range;
    std::vector<std::string> available;
    std::string result;
  };
  const Row rows[] = {
      {"nb", {"en", "no"}, "no"},
      {"nn", {"en", "no"}, "no"},
      {"NN-no", {"en", "no"}, "no"},
      {"iw", {"en", "he"}, "he"},
      {"iw-IL", {"en", "he"}, "he"},
      {"in", {"en", "id"}, "id"},
      {"mo", {"en", "ro"}, "ro"},
      {"no", {"en", "nb", "nn"}, "nothing"},
      // Its own name comes first, even where it has to be shortened.
      {"nn", {"nb", "no", "nn"}, "nn"},
      {"nb", {"nn", "no", "nb"}, "nb"},
      {"nn-NO", {"nb-NO", "nn"}, "nn"},
      // Only the language has another name.
      {"nbx", {"no"}, "nothing"},
      {"en-nb", {"no", "en-no"}, "nothing"},
      {"de", {"no", "he"}, "nothing"},
  };
  for (const auto& [range, available, result] : rows) {
    CAPTURE(range, available);
    CHECK(found({range}, available) == result);
  }
  CHECK(found({"nb", "en"}, {"en", "no"}) == "no");
}

TEST_CASE("language: who reads one script of a language is not given the other") {
  struct Row {
    std::string range;
    std::vector<std::string> available;
    std::string result;
  };
  const Row rows[] = {
      {"sr-Latn", {"sr"}, "nothing"},
      {"sr-Latn-RS", {"sr"}, "nothing"},
      {"SR-latn-rs", {"sr", "sr-Latn"}, "sr-Latn"},
      {"sr-Cyrl-RS", {"sr-Latn", "sr"}, "sr"},
      {"sr", {"sr-Latn"}, "nothing"},
      {"sr-RS", {"sr-Latn", "sr"}, "sr"},
      {"zh-Hant-TW", {"zh"}, "nothing"},
      {"zh-Hant", {"zh", "zh-Hans"}, "nothing"},
      {"zh-Hans-CN", {"zh"}, "zh"},
      {"bs-Latn-BA", {"bs"}, "bs"},
      {"de-Latn-DE", {"de"}, "de"},
  };
  for (const auto& [range, available, result] : rows) {
    CAPTURE(range, available);
    CHECK(found({range}, available) == result);
  }
  CHECK(found({"sr-Latn", "en"}, {"sr", "en"}) == "en");
}

TEST_CASE("language: the earliest range that has anything wins") {
  struct Row {
    std::vector<std::string> ranges;
    std::vector<std::string> available;
    std::string result;
  };
  const Row rows[] = {
      // The second example of the RFC.
      {{"fr-FR", "zh-Hant"}, {"zh-Hant", "zh", "fr-CA", "fr"}, "fr"},
      {{"fr-FR", "zh-Hant"}, {"zh-Hant", "zh", "fr-CA"}, "zh-Hant"},
      {{"de", "en-GB"}, {"fr", "en"}, "en"},
      {{"en", "fr"}, {"fr", "en"}, "en"},
      {{"en"}, {"en-GB"}, "nothing"},
      {{"EN-gb"}, {"fr", "en-GB"}, "en-GB"},
      {{"*"}, {"fr"}, "nothing"},
      {{"*", "fr"}, {"fr"}, "fr"},
      {{"", "fr"}, {"fr"}, "fr"},
      {{"frr"}, {"fr"}, "nothing"},
      {{"fr"}, {}, "nothing"},
      {{}, {"fr"}, "nothing"},
  };
  for (const auto& [ranges, available, result] : rows) {
    CAPTURE(ranges, available);
    CHECK(found(ranges, available) == result);
  }
}

TEST_CASE("language: a catalogue is that of a variant of private use, else of the language") {
  struct Row {
    std::string range;
    std::vector<std::string> none;
    std::string tag;
  };
  const Row rows[] = {
      {"de", {}, "de"},
      {"de-AT", {}, "de"},
      {"de-AT", {"de"}, ""},
      {"DE-X-Informal", {}, "de-x-informal"},
      {"de-x-informal", {"de-x-informal"}, "de"},
      {"de-x-informal", {"de-x-informal", "de"}, ""},
      {"de-AT-x-informal", {}, "de"},
      {"de-u-nu-latn", {}, "de"},
      {"nn-NO", {}, "no"},
      {"nb-x-plain", {}, "nb-x-plain"},
      {"nb-x-plain", {"nb-x-plain"}, "no"},
      {"sr-Latn-RS", {}, ""},
      {"zh-Hant", {}, ""},
      {"de-x", {}, "de"},
      {"x-informal", {}, ""},
      {"../x", {}, ""},
      {"de-x-../../a", {}, ""},
      {"", {}, ""},
  };
  for (const auto& [range, none, tag] : rows) {
    CAPTURE(range, none);
    CHECK(catalogue_tag(range, none) == tag);
  }
}

TEST_CASE("language: a variant is another language only where there is one") {
  CHECK(lookup({"de-x-informal"}, {"de", "de-x-informal"}) == 1);
  CHECK(lookup({"de-x-informal"}, {"en", "de"}) == 1);
  CHECK_FALSE(lookup({"de"}, {"de-x-informal"}).has_value());
}

TEST_CASE("language: of those of the box, Hungarian alone puts the family name first") {
  CHECK(puts_family_name_first("hu"));
  for (const std::string tag : {"en", "fr", "hr", "ro", "u", "", "h", "hun"}) {
    CAPTURE(tag);
    CHECK_FALSE(puts_family_name_first(tag));
  }
}

TEST_CASE("language: a language is written in the direction that CLDR gives for its script") {
  // The languages of the European Union, others of Europe, and those written from right to left.
  for (const std::string tag :
       {"bg",      "cs",         "da",      "de",      "el",        "en",      "es",      "et",
        "fi",      "fr",         "ga",      "hr",      "hu",        "it",      "lt",      "lv",
        "mt",      "nl",         "pl",      "pt",      "ro",        "sk",      "sl",      "sv",
        "ca",      "eu",         "no",      "ru",      "tr",        "uk",      "is",      "cy",
        "sq",      "sr",         "mk",      "hy",      "ka",        "az",      "ar",      "he",
        "fa",      "ur",         "ps",      "yi",      "sd",        "ug",      "dv",      "ckb",
        "ku",      "ku-Arab",    "ar-EG",   "he-IL",   "lrc",       "mzn",     "nqo",     "syr",
        "ff-Adlm", "uz-Arab-AF", "sd-Deva", "de-1996", "en-x-arab", "ar-Latn", "az-Arab", "pa-Arab",
        "ks",      "HE",         "AR-eg",   "pt-BR",   "zh-Hant-TW"}) {
    CAPTURE(tag);
    CHECK((direction_of(tag) == Direction::right_to_left) ==
          (uloc_isRightToLeft(tag.c_str()) != 0));
  }
}

}  // namespace
}  // namespace petition_box
