#include <array>
#include <cstddef>
#include <utility>
#include <variant>

#include <json/decimal.hpp>
#include <trial/trying.hpp>
#include <wire/rule.hpp>

namespace petition_box {
namespace {

using json::Value;

// The pointer of the rule in the description.
std::string place_of(const Value& rule, const Description& description) {
  const auto& rules = description.part("answers")->members;
  std::size_t index = 0;
  while (&rules[index].value != &rule) ++index;
  return "/answers/" + json::decimal(static_cast<std::int64_t>(index));
}

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

// In the order of Verdict.
constexpr std::array<std::string_view, verdict_names.size()> sentences{
    "The signature was counted.",
    "The signature counts once the link in an e-mail was opened.",
    "There is such a signature already. Signers read the same as when theirs is counted.",
    "The signature was refused.",
    "The petition takes no more signatures there.",
    "The signature was not taken. The box would send it again.",
    "The signature was not taken, or it was and nothing says so. The box would send it again.",
    "The signature was sent, and nothing says what has become of it: look there whether it "
    "arrived.",
    "The signature was not taken, and will not be: something is set up wrongly.",
};

// Of what came without an answer that may be read.
std::string_view sentence_without(const Meaning& meaning, const Response& response) {
  if (response.offline) return "This browser has no network. Nothing was sent.";
  switch (meaning.verdict) {
    case Verdict::not_now:
      return "Nothing was sent: the endpoint cannot be reached, or it lets no page of this site "
             "send to it (CORS).";
    case Verdict::lost:
      return "The signature was sent, and no answer to it can be read here. The box would send it "
             "again.";
    case Verdict::not_confirmed:
      return "The signature was sent, and the answer cannot be read here: look there whether it "
             "arrived.";
    default:
      return sentences[static_cast<std::size_t>(meaning.verdict)];
  }
}

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
  meaning.rule = place_of(*rule, description);
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
  for (const std::string& field : meaning.fields) {
    lines += "field: " + (field.empty() ? "(of the whole form)" : field) + '\n';
  }
  if (!meaning.because.empty()) lines += "because: " + meaning.because + '\n';
  return lines;
}

std::string sentence_of(const Meaning& meaning, const Response& response) {
  std::string sentence(response.status == 0 ? sentence_without(meaning, response)
                                            : sentences[static_cast<std::size_t>(meaning.verdict)]);
  if (!meaning.because.empty()) (sentence += ' ') += meaning.because;
  return sentence;
}

std::string grounds_of(const Meaning& meaning, const Response& response) {
  if (response.status == 0) return "No answer can be read here.";
  std::string grounds = "Status " + json::decimal(response.status);
  if (!meaning.rule.empty()) grounds += ", by the rule " + meaning.rule + " of the protocol";
  return grounds + '.';
}

}  // namespace petition_box
