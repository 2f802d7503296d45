#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <trial/trying.hpp>
#include <wire/rule.hpp>

namespace petition_box {
namespace {

using json::Value;

struct InWords {
  Verdict operator()(const Received& /*unused*/) const { return Verdict::counted; }
  Verdict operator()(const ToBeConfirmed& /*unused*/) const { return Verdict::to_be_confirmed; }
  Verdict operator()(const Refused& /*unused*/) const { return Verdict::refused; }
  Verdict operator()(const NotNow& not_now) const {
    return not_now.may_have_arrived ? Verdict::lost : Verdict::not_now;
  }
  Verdict operator()(const PetitionClosed& /*unused*/) const { return Verdict::closed; }
  Verdict operator()(const NotConfirmed& /*unused*/) const { return Verdict::not_confirmed; }
  Verdict operator()(const NotTaken& /*unused*/) const { return Verdict::set_up_wrongly; }
};

}  // namespace

Meaning meaning_of(const protocol::Endpoint& endpoint, const Response& response) {
  const Outcome outcome = protocol::outcome(endpoint, response, 0);
  Meaning meaning{std::visit(InWords{}, outcome), {}, {}, {}};
  if (const auto* refused = std::get_if<Refused>(&outcome)) {
    for (const FieldError& error : refused->errors) meaning.fields.push_back(error.name);
  }
  if (endpoint.description == nullptr) return meaning;
  const Description& description = *endpoint.description;
  meaning.verdict = described::verdict_on(description, response);
  const Value* rule = response.status == 0 ? nullptr : described::rule_for(description, response);
  if (rule == nullptr) return meaning;
  meaning.rule = described::place_of(*rule, description);
  const Value* because = rule->find("because");
  const Value* english = because == nullptr ? nullptr : because->find("en");
  if (english != nullptr) meaning.because = english->text;
  return meaning;
}

std::string lines_of(const Meaning& meaning) {
  std::string lines = "outcome: ";
  lines += verdict_names[static_cast<std::size_t>(meaning.verdict)];
  lines += "\nrule: ";
  lines += meaning.rule.empty() ? "none holds, so the status says it" : meaning.rule;
  lines += '\n';
  std::vector<std::string> fields = meaning.fields;
  // As it is told to the signer (box/signing.cpp).
  if (meaning.verdict == Verdict::refused && fields.empty()) fields.emplace_back();
  for (const std::string& field : fields) {
    lines += "field: " + (field.empty() ? "(of the whole form)" : field) + '\n';
  }
  if (!meaning.because.empty()) lines += "because: " + meaning.because + '\n';
  return lines;
}

std::string_view code_of(const Meaning& meaning, const Response& response) {
  const auto verdict = verdict_names[static_cast<std::size_t>(meaning.verdict)];
  if (response.status != 0) return verdict;
  if (response.offline) return "offline";
  switch (meaning.verdict) {
    case Verdict::not_now:
      return "unreached";
    case Verdict::lost:
      return "unread_lost";
    case Verdict::not_confirmed:
      return "unread";
    default:
      return verdict;
  }
}

}  // namespace petition_box
