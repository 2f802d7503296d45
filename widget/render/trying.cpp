#include <string_view>
#include <utility>

#include <english/mistakes.hpp>
#include <render/trying.hpp>
#include <wire/protocol.hpp>
#include <wire/request_text.hpp>
#include <wire/rule.hpp>
#include <wire/sample_signature.hpp>

namespace petition_box {
namespace {

using json::Value;

// The pointer of the rule in the description.
std::string place_of(const Value& rule, const Description& description) {
  const auto& rules = description.part("answers")->members;
  std::size_t index = 0;
  while (&rules[index].value != &rule) ++index;
  return "/answers/" + std::to_string(index);
}

std::string fields_of(const Outcome& outcome) {
  std::string fields;
  const auto* refused = std::get_if<Refused>(&outcome);
  if (refused == nullptr) return fields;
  for (const FieldError& error : refused->errors) {
    fields += "field: " + (error.name.empty() ? "(of the whole form)" : error.name) + '\n';
  }
  return fields;
}

std::string english_in(const Value* words) {
  const Value* english = words == nullptr ? nullptr : words->find("en");
  if (english == nullptr) return {};
  return "because: " + english->text + '\n';
}

}  // namespace

Petition petition_of_all_fields() {
  Petition petition;
  petition.languages = {"en"};
  for (const KnownField& known : known_fields) {
    Field& field = petition.fields.emplace_back();
    field.name = known.name;
    field.kind = known.kind;
  }
  for (const std::string_view purpose : known_purposes) {
    petition.consents.emplace_back().name = purpose;
  }
  return petition;
}

std::string request_of(const Petition& petition, const NamedEndpoint& endpoint) {
  const Signature signature = sample_signature(petition);
  if (!endpoint.description) {
    return text_of(protocol::post(spoken(petition, endpoint), signature, {}));
  }
  json::Mistakes mistakes;
  const auto request = described::post(described_by(petition, endpoint), signature,
                                       sample_statements(petition), mistakes);
  return request ? text_of(*request) : describe_in_english(std::move(mistakes)) + '\n';
}

std::string meaning_of(const described::Endpoint& endpoint, const Response& response) {
  const Description& description = endpoint.description;
  const Verdict verdict = described::verdict_on(description, response);
  const Value* rule = described::rule_for(description, response);
  std::string meaning =
      "outcome: " + std::string(verdict_names[static_cast<std::size_t>(verdict)]) + '\n';
  meaning +=
      "rule: " +
      (rule == nullptr ? "none holds, so the status says it" : place_of(*rule, description)) + '\n';
  meaning += fields_of(described::outcome(endpoint, response, 0));
  return meaning + english_in(rule == nullptr ? nullptr : rule->find("because"));
}

}  // namespace petition_box
