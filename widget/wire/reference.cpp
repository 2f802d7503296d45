#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <document/whole.hpp>
#include <form/campaign_source.hpp>
#include <json/decimal.hpp>
#include <unicode/utf8.hpp>
#include <wire/body.hpp>
#include <wire/reference.hpp>
#include <wire/retry_after.hpp>

namespace petition_box::reference {
namespace {

using json::Kind;
using json::Value;

// What is said of a consent, by the ends of its names.
constexpr const char* text_ending = "_text";
constexpr const char* at_ending = "_at";
constexpr const char* how_ending = "_how";

const std::string& value_of(const std::string& name, const std::vector<NameValue>& pairs) {
  static const std::string none;
  for (const NameValue& pair : pairs) {
    if (pair.name == name) return pair.value;
  }
  return none;
}

// Of every one sent under the name.
std::vector<std::string> values_of(const std::string& name, const std::vector<NameValue>& pairs) {
  std::vector<std::string> values;
  for (const NameValue& pair : pairs) {
    if (pair.name == name) values.push_back(pair.value);
  }
  return values;
}

// The one of all that is called so.
template <class All>
std::optional<typename All::value_type> named(std::string_view name, const All& all) {
  for (const auto one : all) {
    if (name_of(one) == name) return one;
  }
  return std::nullopt;
}

std::optional<std::int64_t> number_in(const Value& body, std::string_view name) {
  const Value* value = body.find(name);
  if (value == nullptr || value->kind != Kind::integer || value->integer < 0) return std::nullopt;
  return value->integer;
}

std::vector<FieldError> errors_in(const Value& body) {
  std::vector<FieldError> errors;
  const Value* list = body.find("errors");
  if (list == nullptr) return errors;
  for (const json::Member& item : list->members) {
    const std::string_view pointer = item.value.text_of("pointer");
    const std::string_view code = item.value.text_of("code");
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

Meaning meaning_of(const Response& response) {
  // Sent on to where this page may not look: no network does that.
  if (response.status == 0 && response.sent_on) return Meaning::wrong;
  for (const auto& [first, last, meaning] : meanings) {
    if (response.status >= first && response.status <= last) return meaning;
  }
  return Meaning::wrong;
}

std::optional<std::int64_t> seconds_to_wait(const Response& response, const Value& body,
                                            std::int64_t now) {
  const auto seconds = petition_box::seconds_to_wait(response, now);
  return seconds ? seconds : number_in(body, "retry_after");
}

}  // namespace

std::vector<NameValue> write(const Signature& signature, const Petition& petition) {
  std::vector<NameValue> pairs;
  const auto add = [&](const std::string& name, const char* ending, std::string_view value) {
    if (!value.empty()) pairs.push_back({name + ending, std::string(value)});
  };
  add("submission_id", "", signature.submission_id);
  add("language", "", signature.language);
  add("document_version", "", signature.document_version);
  add("box_version", "", signature.box_version);
  if (is_whole) add("source", "", signature.source);
  for (const Field& field : petition.fields) {
    const std::string& text = signature.answers[field.name];
    if (field.kind == FieldKind::choices) {
      for (const std::string& value : choices_in(text)) add(field.name, "", value);
    } else {
      add(field.name, "", text);
    }
  }
  for (const Consent& consent : petition.consents) {
    const ConsentAnswer& answer = signature.answers.consent(consent.name);
    if (answer.decision == Decision::none) continue;
    const std::string name = control_name(consent.name);
    add(name, "", name_of(answer.decision));
    add(name, text_ending, answer.text_hash);
    add(name, at_ending, answer.at == 0 ? std::string() : json::decimal(answer.at));
    add(name, how_ending, name_of(answer.how));
  }
  return pairs;
}

std::size_t most_body_bytes_of(const Petition& petition) {
  constexpr std::size_t most_name = 64;        // with its marks: "&consent_updates_text="
  constexpr std::size_t most_consent = 64;     // SHA-256 in hexadecimal
  constexpr std::size_t most_tag_bytes = 35;   // RFC 5646 section 4.4.1
  constexpr std::size_t most_uuid_bytes = 36;  // RFC 9562 section 4
  constexpr std::size_t most_version_bytes = 4 * most_version_length;
  std::size_t bytes = 4 * most_name + most_uuid_bytes + most_tag_bytes;
  if (is_whole && !petition.source_parameter.empty()) {
    bytes += most_name + 3 * 4 * most_source_length;
  }
  bytes += 3 * 2 * most_version_bytes;  // of the document and the box
  for (const Field& field : petition.fields) {
    const std::size_t names = std::max<std::size_t>(field.options.size(), 1);
    bytes += names * most_name + 3 * most_bytes_of(field);
  }
  return bytes + petition.consents.size() * 4 * (most_name + most_consent);
}

std::vector<FieldError> faults_in(const std::vector<NameValue>& pairs, const Petition& petition) {
  std::vector<FieldError> faults;
  for (const auto& [name, value] : pairs) {
    if (!is_utf8(name) || !is_utf8(value)) faults.push_back({name, "encoding"});
  }
  const auto expect = [&](std::string name, bool (*fits)(const std::string&)) {
    const std::string& value = value_of(name, pairs);
    if (!value.empty() && !fits(value)) faults.push_back({std::move(name), "format"});
  };
  for (const Consent& consent : petition.consents) {
    const std::string name = control_name(consent.name);
    expect(name, [](const std::string& value) { return named(value, all_decisions).has_value(); });
    expect(name + at_ending,
           [](const std::string& value) { return whole_number_in(value).has_value(); });
    expect(name + how_ending,
           [](const std::string& value) { return named(value, all_hows).has_value(); });
  }
  return faults;
}

Signature read(const std::vector<NameValue>& pairs, const Petition& petition) {
  Signature signature;
  signature.submission_id = value_of("submission_id", pairs);
  signature.language = value_of("language", pairs);
  signature.document_version = value_of("document_version", pairs);
  signature.box_version = value_of("box_version", pairs);
  if (!petition.source_parameter.empty()) signature.source = value_of("source", pairs);
  for (const Field& field : petition.fields) {
    signature.answers[field.name] = field.kind == FieldKind::choices
                                        ? join_choices(values_of(field.name, pairs))
                                        : value_of(field.name, pairs);
  }
  for (const Consent& consent : petition.consents) {
    const std::string name = control_name(consent.name);
    ConsentAnswer& answer = signature.answers.consent(consent.name);
    answer.decision = named(value_of(name, pairs), all_decisions).value_or(Decision::none);
    answer.at = whole_number_in(value_of(name + at_ending, pairs)).value_or(0);
    answer.text_hash = value_of(name + text_ending, pairs);
    const How usual = consent.asking == Asking::yes_no ? How::yes_no : How::box;
    answer.how = named(value_of(name + how_ending, pairs), all_hows).value_or(usual);
  }
  return signature;
}

Outcome outcome(const Response& response, std::int64_t now) {
  const int status = response.status;
  const Value body = body_of(response);
  if ((status == 200 || status == 201) && body.text_of("status") == "received") {
    return Received{};
  }
  if (status == 202 && body.text_of("status") == "to_be_confirmed") return ToBeConfirmed{};
  if (status == 400 || status == 413 || status == 422) {
    std::vector<FieldError> errors = errors_in(body);
    if (!errors.empty()) return Refused{std::move(errors)};
  }
  const Meaning meaning = meaning_of(response);
  switch (meaning) {
    case Meaning::again:
    case Meaning::lost:
      return NotNow{seconds_to_wait(response, body, now), meaning == Meaning::lost};
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

std::optional<Standing> standing(const Response& response) {
  if (response.status != 200) return std::nullopt;
  const Value body = body_of(response);
  const Value* closed = body.find("closed");
  const bool is_closed = closed != nullptr && closed->kind == Kind::boolean && closed->boolean;
  return Standing{number_in(body, "count"), is_closed};
}

}  // namespace petition_box::reference
