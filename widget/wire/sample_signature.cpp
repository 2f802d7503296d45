#include <string>
#include <utility>

#include <document/field.hpp>
#include <form/statement.hpp>
#include <wire/sample_signature.hpp>

namespace petition_box {
namespace {

std::string answer_to(const Field& field) {
  switch (field.kind) {
    case FieldKind::line:
      return field.name == "given_name" ? "Ada" : "Sample";
    case FieldKind::long_text:
      return "A sample.\nOf two lines.";
    case FieldKind::email:
      return "ada.sample@example.org";
    case FieldKind::phone:
      return "+32 2 555 01 23";
    case FieldKind::country:
      return "BE";
    case FieldKind::postcode:
      return "1000";
    case FieldKind::choice:
    case FieldKind::choices:
      return field.options.empty() ? std::string() : field.options.front().value;
    case FieldKind::tick:
      return std::string(ticked);
    case FieldKind::number:
      return "7";
    case FieldKind::date:
      return "1990-12-31";
  }
  return {};
}

}  // namespace

Signature sample_signature(const Petition& petition, const Language* language) {
  Signature signature;
  signature.submission_id = "00000000-0000-4000-8000-000000000000";
  signature.language = petition.languages.front();
  signature.document_version = petition.version;
  signature.box_version = "sample";
  if (!petition.source_parameter.empty()) signature.source = "newsletter";
  for (const Field& field : petition.fields) signature.answers[field.name] = answer_to(field);
  for (const Consent& consent : petition.consents) {
    signature.answers.consent(consent.name).decision = Decision::given;
  }
  if (language != nullptr) {
    signature.language = language->tag();
    note_evidence(signature.answers, petition, *language, petition.languages);
  }
  return signature;
}

std::vector<NameValue> sample_statements(const Petition& petition, const Language* language) {
  std::vector<NameValue> statements;
  for (const Consent& consent : petition.consents) {
    std::string words;
    if (language != nullptr) {
      words = statement_of(consent, petition, *language, petition.languages).text;
    } else if (consent.statement.empty()) {
      words = "(the usual statement of " + consent.name + ')';
    } else {
      words = consent.statement.in(petition.languages).text;
    }
    statements.push_back({consent.name, std::move(words)});
  }
  return statements;
}

}  // namespace petition_box
