#include <unit/catch.hpp>

#include <string>

#include <icu/icu_platform.hpp>
#include <language/language.hpp>

namespace petition_box {
namespace {

Catalogue catalogue(const std::string& tag, const std::string& text) {
  auto read = Catalogue::read(tag, text);
  if (const auto* mistakes = std::get_if<json::Mistakes>(&read)) FAIL(json::describe(*mistakes));
  return std::get<Catalogue>(std::move(read));
}

std::string filled(const std::string& text) {
  const IcuPlatform platform;
  const Catalogue words = catalogue("en", "{\"key\": \"" + text + "\"}");
  return Language(words, platform).say("key", {{"name", "N"}, {"other", "{{name}}"}, {"", "E"}});
}

TEST_CASE("language: what is put in stands in the place of its name") {
  struct Row {
    std::string text;
    std::string filled;
  };
  const Row rows[] = {
      {"Hello", "Hello"},
      {"{{name}}", "N"},
      {"a {{name}} b {{name}} c", "a N b N c"},
      {"{{unknown}}.", "."},
      {"{{}}.", "E."},
      {"{{other}}", "{{name}}"},
      {"{{name", "{{name"},
      {"name}} {{name}}", "name}} N"},
      {"{ {name}}", "{ {name}}"},
      {"{{name}}}}", "N}}"},
      {"«\u00a0{{name}}\u00a0»", "«\u00a0N\u00a0»"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(filled(text) == expected);
  }
}

TEST_CASE("language: a text that the catalogue lacks is shown as its key") {
  const IcuPlatform platform;
  const Catalogue words = catalogue("fr", R"({"signatures_one": "{{count}} signature"})");
  const Language language(words, platform);
  CHECK(language.say("sign_heading") == "sign_heading");
  CHECK(language.say_count("signatures", 2) == "signatures_other");
  CHECK(language.has("signatures_one"));
  CHECK_FALSE(language.has("signatures"));
}

TEST_CASE("language: a count takes the plural form of its language") {
  const IcuPlatform platform;
  const std::string forms =
      R"({"n_zero": "zero {{count}}", "n_one": "one {{count}}", "n_two": "two {{count}}",
          "n_few": "few {{count}}", "n_many": "many {{count}}", "n_other": "other {{count}}"})";
  struct Row {
    std::string tag;
    std::int64_t number;
    std::string words;
  };
  const Row rows[] = {{"fr", 0, "one 0"},
                      {"fr", 12'345, "other 12\u202f345"},
                      {"fr", 1'000'000, "many 1\u202f000\u202f000"},
                      {"en", 0, "other 0"},
                      {"en", 1, "one 1"},
                      {"en", 12'345, "other 12,345"},
                      {"pl", 22, "few 22"},
                      {"de", 12'345, "other 12.345"}};
  for (const auto& [tag, number, words] : rows) {
    CAPTURE(tag, number);
    const Catalogue catalogue_of_forms = catalogue(tag, forms);
    CHECK(Language(catalogue_of_forms, platform).say_count("n", number) == words);
  }
}

TEST_CASE("language: English is asked for as in Britain, and Portuguese as in Portugal") {
  const IcuPlatform platform;
  const Catalogue words = catalogue("pt", R"({"key": "a"})");
  const Language language(words, platform);
  CHECK(language.number(1'234) == "1234");
  CHECK(language.number(12'345) == "12\u00a0345");
  CHECK(language.regions("BH") == "BHBarém\n");
  const Catalogue english = catalogue("en", R"({"key": "a"})");
  CHECK(Language(english, platform).date({2023, 12, 21}) == "21 December 2023");
}

}  // namespace
}  // namespace petition_box
