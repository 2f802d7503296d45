#include <string>

#include <nlohmann/json.hpp>

#include <command/one_language.hpp>
#include <document/read.hpp>
#include <unit/box/visitor.hpp>
#include <unit/catch.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using nlohmann::json;

json in(const std::string& language, const std::string& document = documents::full) {
  return json::parse(in_one_language(document, language), nullptr, false);
}

TEST_CASE("one language: each text is there in that language alone") {
  const json whole = json::parse(documents::full);
  const json one = in("en");
  CHECK(one.at("title") == json{{"en", whole.at("title").at("en")}});
  CHECK(one.at("languages") == whole.at("languages"));
  CHECK(one.at("fields").size() == whole.at("fields").size());
}

TEST_CASE("one language: a text that is not in it is there in the petition's own") {
  const json one = in("en", documents::changed(documents::full, R"("en": "For clean water")",
                                               R"("fr-CA": "Pour une eau propre")"));
  CHECK(one.is_discarded());
  const json lacking =
      in("en", documents::changed(documents::full, R"(, "en": "For clean water")", ""));
  CHECK(lacking.at("title") == json{{"fr", "Pour une eau propre"}});
}

TEST_CASE("one language: what is written without a language stays, and so does what is no text") {
  const std::string document = documents::changed(documents::full, R"("version")",
                                                  R"("x-note": {"fr": "a", "en": "b"}, "version")");
  CHECK(in("en", document).at("x-note") == json{{"fr", "a"}, {"en", "b"}});
  CHECK(in("fr", documents::small) == json::parse(documents::small));
}

TEST_CASE("one language: what is none is empty") {
  CHECK(in_one_language("{}", "en").empty());
  CHECK(in_one_language("", "en").empty());
}

TEST_CASE("one language: it shows what the whole shows, whatever the document") {
  const std::string health_data = read_file("examples/petitions/health-data.json");
  for (const std::string& document : {documents::full, documents::survey, health_data}) {
    const auto whole = read_petition(document).petition;
    for (const std::string& language : whole->languages) {
      CAPTURE(whole->id, language);
      const ReadPetition one = read_petition(in_one_language(document, language));
      REQUIRE(one.petition);
      CHECK(in_one_language(in_one_language(document, language), language) ==
            in_one_language(document, language));
      const auto show = [&](const std::shared_ptr<Petition>& petition) {
        Visitor visitor = reader_of(documents::small);
        visitor.model.languages = {language};
        visitor.model.petition = petition;
        return text_of(visitor.view());
      };
      CHECK(show(one.petition) == show(whole));
    }
  }
}

}  // namespace
}  // namespace petition_box
