#include <unit/catch.hpp>
#include <unit/document/documents.hpp>

#include <form/check.hpp>
#include <unit/icu/remembering_icu.hpp>
#include <wire/sample_signature.hpp>

namespace petition_box {
namespace {

TEST_CASE("sample signature: it answers all that a petition asks for, and may be sent") {
  const RememberingIcu platform;
  for (const std::string& document : {documents::full, documents::small, documents::survey}) {
    const Petition petition = documents::read(document);
    const Signature signature = sample_signature(petition);
    CHECK(check(petition, signature.answers, platform).errors.empty());
    for (const Field& field : petition.fields) CHECK_FALSE(signature.answers[field.name].empty());
    for (const Consent& consent : petition.consents) CHECK(signature.answers.gives(consent.name));
    CHECK(sample_statements(petition).size() == petition.consents.size());
  }
}

}  // namespace
}  // namespace petition_box
