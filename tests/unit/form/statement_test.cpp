#include <unit/catch.hpp>

#include <string>
#include <utility>

#include <form/statement.hpp>
#include <icu/icu_platform.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

Statement statement(const std::string& consent, const std::string& document,
                    const std::vector<std::string>& ranges) {
  auto read = Catalogue::read("en", R"({"consent_sign": "I sign. {{controller}} may use my data.",
                                        "consent_updates": "News from {{controller}}, yes."})");
  const auto catalogue = std::get<Catalogue>(std::move(read));
  const IcuPlatform platform;
  const Language language(catalogue, platform);
  const Petition petition = documents::read(document);
  return statement_of(*petition.consent(consent), petition, language, ranges);
}

TEST_CASE("form: a petition's own words are agreed to, in the language that the signer reads") {
  const Statement english = statement("sign", documents::full, {"en-GB", "en"});
  CHECK(english.text == "I sign.");
  CHECK(english.language == "en");
  const Statement french = statement("updates", documents::full, {"de"});
  CHECK(french.text == "Tenez-moi au courant.");
  CHECK(french.language == "fr");
}

TEST_CASE("form: without words of the petition, the catalogue's name the controller") {
  const Statement sign = statement("sign", documents::small, {"fr"});
  CHECK(sign.text == "I sign. Test Association may use my data.");
  CHECK(sign.language == "en");
  const std::string document =
      documents::changed(documents::small, "\"controller\": {",
                         "\"consents\": [{\"name\": \"updates\"}], \"controller\": {");
  CHECK(statement("updates", document, {"en"}).text == "News from Test Association, yes.");
}

TEST_CASE("form: a controller's name is put in as it is, whatever it holds") {
  const std::string document =
      documents::changed(documents::small, "Test Association", "{{controller}} <b>");
  CHECK(statement("sign", document, {"en"}).text == "I sign. {{controller}} <b> may use my data.");
}

}  // namespace
}  // namespace petition_box
