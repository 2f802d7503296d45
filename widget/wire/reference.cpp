#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <json/decimal.hpp>
#include <json/parse.hpp>
#include <language/utf8.hpp>
#include <wire/reference.hpp>

namespace petition_box::reference {
namespace {

using json::Kind;
using json::Value;

constexpr json::Limits answer_limits{64 * 1024, 8};
constexpr const char* given = "given";
constexpr const char* refused = "refused";

std::string name_with(Purpose purpose, const char* suffix) {
  return std::string(name_of(purpose)) + suffix;
}

const std::string& value_of(const std::string& name, const std::vector<NameValue>& pairs) {
  static const std::string none;
  for (const NameValue& pair : pairs) {
    if (pair.name == name) return pair.value;
  }
  return none;
}

std::optional<std::int64_t> read_number(std::string_view text) {
  constexpr std::size_t most_digits = 15;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<std::int64_t> number_in(const Value& body, std::string_view name) {
  const Value* value = body.find(name);
  if (value == nullptr || value->kind != Kind::integer || value->integer < 0) return std::nullopt;
  return value->integer;
}

std::string_view text_in(const Value& value, std::string_view name) {
  const Value* text = value.find(name);
  return text == nullptr ? std::string_view{} : std::string_view(text->text);
}

Value body_of(const Answer& answer) {
  auto parsed = json::parse(answer.body, answer_limits);
  auto* value = std::get_if<Value>(&parsed);
  return value == nullptr ? Value{} : std::move(*value);
}

std::vector<FieldError> errors_in(const Value& body) {
  std::vector<FieldError> errors;
  const Value* list = body.find("errors");
  if (list == nullptr) return errors;
  for (const json::Member& item : list->members) {
    const std::string_view pointer = text_in(item.value, "pointer");
    const std::string_view code = text_in(item.value, "code");
    if (pointer.substr(0, 2) != "#/") continue;
    const std::size_t dot = code.rfind('.');
    errors.push_back({std::string(pointer.substr(2)),
                      std::string(dot == std::string_view::npos ? code : code.substr(dot + 1))});
  }
  return errors;
}

enum class Meaning : std::uint8_t {
  again,        // it was not taken, and may be when it is sent again
  lost,         // the same, but it may have arrived
  unconfirmed,  // no word of a signature
  closed,
  too_long,
  wrong,  // to send it again is in vain: this is no endpoint, or none for this page
};

struct Row {
  std::int16_t first;
  std::int16_t last;
  Meaning meaning;
};

// What a status means where the body has no words of the protocol. The first row that fits counts.
constexpr std::array<Row, 14> meanings{{
    {0, 199, Meaning::lost},  // no network, no time left, or nothing that this page may read
    {200, 299, Meaning::unconfirmed},  // a login page, a proxy, another protocol
    {300, 399, Meaning::wrong},
    {408, 408, Meaning::again},  // the request came too slowly
    {409, 409, Meaning::lost},   // another attempt is still being dealt with
    {410, 410, Meaning::closed},
    {413, 413, Meaning::too_long},
    {425, 425, Meaning::again},
    {429, 429, Meaning::again},
    {400, 499, Meaning::wrong},
    {501, 501, Meaning::wrong},  // only files are served there
    {503, 503, Meaning::again},
    {505, 505, Meaning::wrong},
    {500, 599, Meaning::lost},  // it broke, or what stands before it had no answer in time
}};

Meaning meaning_of(const Answer& answer) {
  // Sent on to where this page may not look: no network does that.
  if (answer.status == 0 && answer.sent_on) return Meaning::wrong;
  for (const auto& [first, last, meaning] : meanings) {
    if (answer.status >= first && answer.status <= last) return meaning;
  }
  return Meaning::wrong;
}

std::optional<std::int64_t> seconds_to_wait(const Answer& answer, const Value& body,
                                            std::int64_t now) {
  if (const auto seconds = read_number(answer.retry_after)) return seconds;
  if (answer.retry_at != 0) {
    const std::int64_t from = answer.date != 0 ? answer.date : now;
    return std::max<std::int64_t>(answer.retry_at - from + 999, 0) / 1000;
  }
  return number_in(body, "retry_after");
}

}  // namespace

std::vector<NameValue> write(const Signature& signature) {
  std::vector<NameValue> pairs{{"submission_id", signature.submission_id},
                               {"language", signature.language},
                               {"document_version", signature.document_version},
                               {"box_version", signature.box_version}};
  for (const Field field : all_fields) {
    const std::string& text = signature.answers[field];
    if (!text.empty()) pairs.push_back({name_of(field), text});
  }
  for (const Purpose purpose : all_purposes) {
    if (signature.hash(purpose).empty()) continue;
    const Consent& consent = signature.answers[purpose];
    pairs.push_back({name_of(purpose), consent.given ? given : refused});
    pairs.push_back({name_with(purpose, "_text"), signature.hash(purpose)});
    if (consent.at != 0) pairs.push_back({name_with(purpose, "_at"), json::decimal(consent.at)});
  }
  return pairs;
}

std::vector<FieldError> faults_in(const std::vector<NameValue>& pairs) {
  std::vector<FieldError> faults;
  for (const auto& [name, value] : pairs) {
    if (!is_utf8(name) || !is_utf8(value)) faults.push_back({name, "encoding"});
  }
  for (const Purpose purpose : all_purposes) {
    const std::string& answer = value_of(name_of(purpose), pairs);
    const bool known = answer.empty() || answer == given || answer == refused;
    if (!known) faults.push_back({name_of(purpose), "format"});
    std::string name = name_with(purpose, "_at");
    const std::string& moment = value_of(name, pairs);
    if (!moment.empty() && !read_number(moment)) faults.push_back({std::move(name), "format"});
  }
  return faults;
}

Signature read(const std::vector<NameValue>& pairs) {
  Signature signature;
  signature.submission_id = value_of("submission_id", pairs);
  signature.language = value_of("language", pairs);
  signature.document_version = value_of("document_version", pairs);
  signature.box_version = value_of("box_version", pairs);
  for (const Field field : all_fields) signature.answers[field] = value_of(name_of(field), pairs);
  for (const Purpose purpose : all_purposes) {
    signature.answers[purpose].given = value_of(name_of(purpose), pairs) == given;
    signature.answers[purpose].at =
        read_number(value_of(name_with(purpose, "_at"), pairs)).value_or(0);
    signature.hash(purpose) = value_of(name_with(purpose, "_text"), pairs);
  }
  return signature;
}

Outcome outcome(const Answer& answer, std::int64_t now) {
  const int status = answer.status;
  const Value body = body_of(answer);
  if ((status == 200 || status == 201) && text_in(body, "status") == "received") {
    return Received{};
  }
  if (status == 202 && text_in(body, "status") == "to_be_confirmed") return ToBeConfirmed{};
  if (status == 400 || status == 413 || status == 422) {
    std::vector<FieldError> errors = errors_in(body);
    if (!errors.empty()) return Refused{std::move(errors)};
  }
  const Meaning meaning = meaning_of(answer);
  switch (meaning) {
    case Meaning::again:
    case Meaning::lost:
      return NotNow{seconds_to_wait(answer, body, now), meaning == Meaning::lost};
    case Meaning::unconfirmed:
      return NotConfirmed{};
    case Meaning::closed:
      return PetitionClosed{};
    case Meaning::too_long:
    case Meaning::wrong:
      break;
  }
  return NotTaken{meaning == Meaning::too_long};
}

std::optional<Standing> standing(const Answer& answer) {
  if (answer.status != 200) return std::nullopt;
  const Value body = body_of(answer);
  const Value* closed = body.find("closed");
  const bool is_closed = closed != nullptr && closed->kind == Kind::boolean && closed->boolean;
  return Standing{number_in(body, "count"), is_closed};
}

}  // namespace petition_box::reference
