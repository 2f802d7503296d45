#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <document/link.hpp>
#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <json/equal.hpp>
#include <json/make.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
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
  std::optional<Value> body;  // where it is JSON
};

Answer answer_of(const Response& response) {
  auto parsed = json::parse(response.body, response_limits);
  auto* value = std::get_if<Value>(&parsed);
  if (value == nullptr) return {response, std::nullopt};
  return {response, std::move(*value)};
}

const Value* value_at(const Answer& answer, std::string_view pointer) {
  return answer.body ? json::value_at(*answer.body, pointer) : nullptr;
}

// Empty where no text is there.
std::string_view text_at(const Answer& answer, std::string_view pointer) {
  if (pointer.empty()) return answer.response.body;
  const Value* value = value_at(answer, pointer);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

bool has(const Answer& answer, std::string_view pointer) {
  return pointer.empty() || value_at(answer, pointer) != nullptr;
}

bool equals(const Answer& answer, std::string_view pointer, const Value& wanted) {
  if (!answer.body && pointer.empty()) {
    return json::equal(json::make_text(answer.response.body), wanted);
  }
  const Value* value = value_at(answer, pointer);
  return value != nullptr && json::equal(*value, wanted);
}

bool is_status(int status, const Value& wanted) {
  if (wanted.kind == Kind::integer) return status == wanted.integer;
  return status >= wanted.members[0].value.integer && status <= wanted.members[1].value.integer;
}

// Without its parameters, in letters of either case.
bool is_type(std::string_view type, std::string_view wanted) {
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  return type.size() == wanted.size() && begins_with(type, wanted);
}

// Whether one condition of a rule holds: the member of that name.
bool holds(const Answer& answer, std::string_view name, const Value& wanted) {
  if (name == "status") return is_status(answer.response.status, wanted);
  if (name == "type") return is_type(answer.response.type, wanted.text);
  if (name == "empty") return answer.response.body.empty() == wanted.boolean;
  const auto each = [&](const auto& one) {
    return std::all_of(wanted.members.begin(), wanted.members.end(), one);
  };
  if (name == "equals") {
    return each([&](const json::Member& m) { return equals(answer, m.name, m.value); });
  }
  if (name == "has" || name == "lacks") {
    return each(
        [&](const json::Member& m) { return has(answer, m.value.text) == (name == "has"); });
  }
  if (name == "contains" || name == "begins") {
    return each([&](const json::Member& m) {
      const std::size_t at = text_at(answer, m.name).find(m.value.text);
      return name == "begins" ? at == 0 : at != std::string_view::npos;
    });
  }
  return true;
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
  return static_cast<Verdict>(index_among(verdict_names, rule->find("outcome")->text));
}

// What may have arrived is not sent again where it would be there twice.
Verdict without_repetition(Verdict verdict, const Description& description) {
  const bool may_repeat = verdict != Verdict::lost || description.catches_duplicates();
  return may_repeat ? verdict : Verdict::not_confirmed;
}

}  // namespace

const Value* rule_for(const Description& description, const Response& response) {
  return rule_for(description, answer_of(response));
}

Verdict verdict_on(const Description& description, const Response& response) {
  return without_repetition(verdict_on(description, answer_of(response)), description);
}

Outcome outcome(const Endpoint& endpoint, const Response& response, std::int64_t now) {
  const Description& description = endpoint.description;
  const Answer answer = answer_of(response);
  const Verdict verdict = without_repetition(verdict_on(description, answer), description);
  switch (verdict) {
    case Verdict::counted:
    case Verdict::already_signed:
      return Received{};
    case Verdict::to_be_confirmed:
      return ToBeConfirmed{};
    case Verdict::refused:
      return Refused{refused_fields(endpoint, answer.body.value_or(Value()))};
    case Verdict::closed:
      return PetitionClosed{};
    case Verdict::not_now:
    case Verdict::lost:
      return NotNow{seconds_to_wait(response, now), verdict == Verdict::lost};
    case Verdict::set_up_wrongly:
      return NotTaken{};
    case Verdict::not_confirmed:
      break;
  }
  return NotConfirmed{};
}

}  // namespace petition_box::described
