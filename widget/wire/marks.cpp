#include <json/decimal.hpp>
#include <wire/marks.hpp>

namespace petition_box::described {

std::string mark_of(std::size_t field) { return "petitionboxmark" + json::decimal(field) + "z"; }

Signature marked(const Petition& petition) {
  Signature signature;
  signature.submission_id = "00000000-0000-4000-8000-000000000000";
  signature.language = petition.languages.front();
  signature.document_version = petition.version;
  signature.box_version = "0";
  if (!petition.source_parameter.empty()) signature.source = "petitionboxsource";
  for (std::size_t i = 0; i < petition.fields.size(); ++i) {
    signature.answers[petition.fields[i].name] = mark_of(i);
  }
  for (const Consent& consent : petition.consents) {
    signature.answers.consent(consent.name).decision = Decision::given;
  }
  return signature;
}

std::vector<NameValue> marked_statements(const Petition& petition) {
  std::vector<NameValue> statements;
  for (const Consent& consent : petition.consents) {
    statements.push_back({consent.name, "statement of " + consent.name});
  }
  return statements;
}

}  // namespace petition_box::described
