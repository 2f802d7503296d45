#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <document/link.hpp>
#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <json/equal.hpp>
#include <json/place.hpp>
#include <wire/body.hpp>
#include <wire/refused_fields.hpp>
#include <wire/retry_after.hpp>
#include <wire/rule.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Value;

// A response as rules see it.
struct Answer {
  const Response& response;
  const Value body = body_of(response);
};

bool is_status(int status, const Value& wanted) {
  if (wanted.kind == Kind::integer) return status == wanted.integer;
  return wanted.members.size() == 2 && status >= wanted.members[0].value.integer &&
         status <= wanted.members[1].value.integer;
}

// Without its parameters, in letters of either case.
bool is_type(std::string_view type, std::string_view wanted) {
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  return type.size() == wanted.size() && begins_with(type, wanted);
}

// Whether the condition of that name holds for what one of its pointers leads to.
bool holds_at(const Answer& answer, std::string_view condition, const json::Member& wanted) {
  const bool is_list = condition == "has" || condition == "lacks";
  const std::string_view pointer = is_list ? wanted.value.text : wanted.name;
  const Value* value = json::value_at(answer.body, pointer);
  if (is_list) return (value != nullptr) == (condition == "has");
  if (condition == "equals") return value != nullptr && json::equal(*value, wanted.value);
  std::string_view text = answer.response.body;
  if (!pointer.empty()) text = value == nullptr ? std::string_view() : value->text;
  const std::size_t at = text.find(wanted.value.text);
  if (condition == "begins") return at == 0;
  return condition != "contains" || at != std::string_view::npos;
}

// Whether one member of a rule holds, where it is a condition.
bool holds(const Answer& answer, std::string_view name, const Value& wanted) {
  if (name == "status") return is_status(answer.response.status, wanted);
  if (name == "type") return is_type(answer.response.type, wanted.text);
  if (name == "empty") return answer.response.body.empty() == wanted.boolean;
  return std::all_of(wanted.members.begin(), wanted.members.end(),
                     [&](const json::Member& one) { return holds_at(answer, name, one); });
}

const Value* rule_for(const Description& description, const Answer& answer) {
  const Value* rules = description.part("answers");
  if (rules == nullptr) return nullptr;
  for (const json::Member& rule : rules->members) {
    const auto& conditions = rule.value.members;
    if (std::all_of(conditions.begin(), conditions.end(), [&](const json::Member& condition) {
          return holds(answer, condition.name, condition.value);
        })) {
      return &rule.value;
    }
  }
  return nullptr;
}

Verdict usual_verdict(int status) {
  if (status == 408 || status == 425 || status == 429 || status == 503) return Verdict::not_now;
  if (status >= 500) return Verdict::lost;
  return status >= 200 && status < 300 ? Verdict::not_confirmed : Verdict::set_up_wrongly;
}

// Of a request without a response that may be read.
Verdict verdict_without(const Description& description, const Response& response) {
  const bool was_not_sent =
      response.offline || (description.is_preflighted() && !response.timed_out);
  return was_not_sent ? Verdict::not_now : Verdict::lost;
}

Verdict verdict_on(const Description& description, const Answer& answer) {
  if (answer.response.status == 0) return verdict_without(description, answer.response);
  const Value* rule = rule_for(description, answer);
  if (rule == nullptr) return usual_verdict(answer.response.status);
  return static_cast<Verdict>(index_among(verdict_names, rule->text_of("outcome")));
}

// What may have arrived is not sent again where it would be there twice.
Verdict without_repetition(Verdict verdict, const Description& description) {
  const bool may_repeat = verdict != Verdict::lost || description.catches_duplicates();
  return may_repeat ? verdict : Verdict::not_confirmed;
}

// "200", "200 to 299".
std::string statuses_in(const Value& status) {
  if (status.kind == Kind::integer) return json::decimal(status.integer);
  if (status.members.size() != 2) return {};
  return json::decimal(status.members[0].value.integer) + " to " +
         json::decimal(status.members[1].value.integer);
}

bool is_taken(std::string_view outcome) {
  return outcome == "counted" || outcome == "to_be_confirmed" || outcome == "already_signed";
}

}  // namespace

const Value* rule_for(const Description& description, const Response& response) {
  return rule_for(description, Answer{response});
}

std::string place_of(const Value& rule, const Description& description) {
  const auto& rules = description.part("answers")->members;
  std::size_t index = 0;
  while (&rules[index].value != &rule) ++index;
  return "/answers/" + json::decimal(static_cast<std::int64_t>(index));
}

std::string expected_status(const Description& description) {
  std::string all;
  const Value* rules = description.part("answers");
  if (rules == nullptr) return "of an answer that counts";
  for (const json::Member& rule : rules->members) {
    const Value* status = rule.value.find("status");
    if (status == nullptr || !is_taken(rule.value.text_of("outcome"))) continue;
    const std::string one = statuses_in(*status);
    if (all.find(one) != std::string::npos) continue;
    if (!all.empty()) all += " or ";
    all += one;
  }
  return all.empty() ? "of an answer that counts" : all;
}

std::string reason(const Description& description, const Response& response) {
  if (response.status == 0) return {};
  const Value* rule = rule_for(description, response);
  if (rule == nullptr) return ", for which there is no rule";
  std::string told = ", which " + place_of(*rule, description) + " calls ";
  told += rule->text_of("outcome");
  const Value* because = rule->find("because");
  if (because != nullptr) told.append(". ").append(because->text_of("en"));
  return told;
}

Verdict verdict_on(const Description& description, const Response& response) {
  return without_repetition(verdict_on(description, Answer{response}), description);
}

Outcome outcome(const Endpoint& endpoint, const Response& response, std::int64_t now) {
  const Description& description = endpoint.description;
  const Answer answer{response};
  const Verdict verdict = without_repetition(verdict_on(description, answer), description);
  switch (verdict) {
    case Verdict::counted:
    case Verdict::already_signed:
      return Received{};
    case Verdict::to_be_confirmed:
      return ToBeConfirmed{};
    case Verdict::refused:
      return Refused{refused_fields(endpoint, answer.body)};
    case Verdict::closed:
      return PetitionClosed{};
    case Verdict::not_now:
    case Verdict::lost:
      return NotNow{seconds_to_wait(response, now), verdict == Verdict::lost};
    case Verdict::not_confirmed:
      return NotConfirmed{};
    case Verdict::set_up_wrongly:
      break;
  }
  return NotTaken{};
}

}  // namespace petition_box::described
