#include <algorithm>
#include <utility>

#include <document/country.hpp>
#include <document/whole.hpp>
#include <form/check.hpp>
#include <form/email.hpp>
#include <form/hygiene.hpp>
#include <form/number.hpp>
#include <form/phone.hpp>
#include <form/postcode.hpp>
#include <language/date.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

bool holds_web_address(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = to_small(c);
  return lower.find("://") != std::string::npos || lower.find("www.") != std::string::npos;
}

// Takes the text in its usual form, where it has one.
const char* take(std::string& text, std::string usual) {
  if (usual.empty()) return "format";
  text = std::move(usual);
  return nullptr;
}

const char* check_line(const std::string& text, const Field& field) {
  if (length_of(text) > most_length_of(field)) return "too_long";
  const KnownField* known = known_field(field.name);
  const bool is_name = known != nullptr && known->is_name_of_person;
  return is_name && holds_web_address(text) ? "address" : nullptr;
}

const char* check_postcode(std::string& text, std::string_view country) {
  // Where no form is known, it can only be too long.
  const char* code = take(text, read_postcode(text, country));
  return code != nullptr && postcode_example(country).empty() ? "too_long" : code;
}

// In the order of the options, each once.
const char* check_choices(std::string& text, const Field& field) {
  const std::vector<std::string> values = choices_in(text);
  for (const std::string& value : values) {
    if (field.option(value) == nullptr) return "format";
  }
  std::vector<std::string> chosen;
  for (const Option& option : field.options) {
    if (std::find(values.begin(), values.end(), option.value) != values.end()) {
      chosen.push_back(option.value);
    }
  }
  text = join_choices(chosen);
  return nullptr;
}

bool is_day(std::string_view text) {
  const auto date = read_date(text);
  return date && date->day != 0;
}

// Takes a cleaned text that is not empty, may put it into its usual form, and gives the code of
// what is wrong, or null. Of a rare kind.
const char* check_rare_text(std::string& text, const Field& field) {
  switch (field.kind) {
    case FieldKind::phone:
      return take(text, read_phone(text));
    case FieldKind::choice:
      return field.option(text) == nullptr ? "format" : nullptr;
    case FieldKind::choices:
      return check_choices(text, field);
    case FieldKind::tick:
      return text == ticked ? nullptr : "format";
    case FieldKind::number:
      return take(text, read_number(text));
    default:
      return is_day(text) ? nullptr : "format";
  }
}

// The same of any kind.
const char* check_text(std::string& text, const Field& field, const Answers& answers,
                       const Platform& platform) {
  switch (field.kind) {
    case FieldKind::line:
    case FieldKind::long_text:
      return check_line(text, field);
    case FieldKind::email:
      return take(text, read_email(text, platform));
    case FieldKind::country:
      return is_country(text) ? nullptr : "format";
    case FieldKind::postcode:
      return check_postcode(text, answers["country"]);
    case FieldKind::phone:
    case FieldKind::choice:
    case FieldKind::choices:
    case FieldKind::tick:
    case FieldKind::number:
    case FieldKind::date:
      break;
  }
  return is_whole ? check_rare_text(text, field) : "format";
}

Cleaned clean_answer(std::string_view typed, const Field& field, const Platform& platform) {
  if (typed.size() > most_bytes_of(field)) return {{}, "too_long"};
  const bool has_lines = field.kind == FieldKind::long_text || field.kind == FieldKind::choices;
  return has_lines ? clean_lines(typed, platform) : clean_line(typed, platform);
}

// No news can be sent to somebody who wants them and gives no address.
bool is_needed(const Field& field, const Petition& petition, const Answers& answers) {
  if (!field.optional) return true;
  return field.name == "email_address" &&
         std::any_of(petition.consents.begin(), petition.consents.end(), [&](const Consent& c) {
           return c.purpose == purpose::updates && answers.gives(c.name);
         });
}

}  // namespace

bool operator==(const FieldError& a, const FieldError& b) {
  return a.name == b.name && a.code == b.code;
}

std::size_t most_length_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::long_text:
      return field.name == "address_lines" ? most_line_length : most_text_length;
    case FieldKind::line:
    case FieldKind::email:
    case FieldKind::choices:
      return most_line_length;
    case FieldKind::phone:
    case FieldKind::country:
    case FieldKind::postcode:
    case FieldKind::choice:
    case FieldKind::tick:
    case FieldKind::number:
    case FieldKind::date:
      return most_word_length;
  }
  return most_word_length;
}

std::size_t most_bytes_of(const Field& field) {
  if (!is_whole || field.kind != FieldKind::choices) return 4 * most_length_of(field);
  std::size_t bytes = 0;
  for (const Option& option : field.options) bytes += option.value.size() + 1;
  return bytes;
}

Checked check(const Petition& petition, const Answers& answers, const Platform& platform) {
  Checked checked;
  for (const Consent& consent : petition.consents) {
    ConsentAnswer& answer = checked.cleaned.consent(consent.name);
    answer = answers.consent(consent.name);
    answer.consent = consent.name;
  }
  std::vector<const char*> faults(petition.fields.size());
  // All are cleaned before any is checked: the rule for one may look at another.
  for (std::size_t i = 0; i < faults.size(); ++i) {
    const Field& field = petition.fields[i];
    Cleaned cleaned = clean_answer(answers[field.name], field, platform);
    checked.cleaned[field.name] = std::move(cleaned.text);
    faults[i] = cleaned.fault;
  }
  for (std::size_t i = 0; i < faults.size(); ++i) {
    const Field& field = petition.fields[i];
    std::string& text = checked.cleaned[field.name];
    const char* code = faults[i];
    if (code == nullptr && !text.empty()) {
      code = check_text(text, field, checked.cleaned, platform);
    } else if (code == nullptr && is_needed(field, petition, checked.cleaned)) {
      code = "missing";
    }
    if (code != nullptr) checked.errors.push_back({field.name, code});
  }
  if (!answers.gives(purpose::sign)) {
    checked.errors.push_back({control_name(purpose::sign), "missing"});
  }
  return checked;
}

}  // namespace petition_box
