#include <unit/catch.hpp>
#include <unit/document/documents.hpp>

#include <string>
#include <utility>
#include <variant>

#include <digest/sha256.hpp>
#include <form/check.hpp>
#include <unit/icu/remembering_icu.hpp>
#include <wire/sample_signature.hpp>

namespace petition_box {
namespace {

TEST_CASE("sample signature: it answers all that a petition asks for, and may be sent") {
  const RememberingIcu platform;
  for (const std::string& document : {documents::full, documents::small, documents::survey}) {
    const Petition petition = documents::read(document);
    const Signature signature = sample_signature(petition, nullptr);
    CHECK(check(petition, signature.answers, platform).errors.empty());
    for (const Field& field : petition.fields) CHECK_FALSE(signature.answers[field.name].empty());
    for (const Consent& consent : petition.consents) CHECK(signature.answers.gives(consent.name));
    CHECK(sample_statements(petition, nullptr).size() == petition.consents.size());
  }
}

TEST_CASE("sample signature: it agrees to the very words that a signer reads, and has their hash") {
  const RememberingIcu platform;
  auto read = Catalogue::read("fr", R"({"consent_sign": "Je signe auprès de {{controller}}."})");
  const auto catalogue = std::get<Catalogue>(std::move(read));
  const Language language(catalogue, platform);
  const Petition petition = documents::read(documents::small);
  const std::string words = "Je signe auprès de Test Association.";
  REQUIRE(sample_statements(petition, &language).size() == 1);
  CHECK(sample_statements(petition, &language)[0].value == words);
  const Signature signature = sample_signature(petition, &language);
  CHECK(signature.language == "fr");
  CHECK(signature.answers.consent("sign").text_hash == sha256(words));
}

}  // namespace
}  // namespace petition_box
