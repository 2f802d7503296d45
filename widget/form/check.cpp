#include <array>
#include <optional>
#include <utility>

#include <document/country.hpp>
#include <form/check.hpp>
#include <form/email.hpp>
#include <form/hygiene.hpp>
#include <form/postcode.hpp>
#include <language/utf8.hpp>

namespace petition_box {
namespace {

bool holds_web_address(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower.find("://") != std::string::npos || lower.find("www.") != std::string::npos;
}

// Each rule takes a cleaned text that is not empty, may put it into its usual form, and gives the
// code of what is wrong, or null.
using Rule = const char* (*)(std::string& text, const Answers& answers, const Platform& platform);

const char* check_name(std::string& text, const Answers& /*unused*/, const Platform& /*unused*/) {
  if (length_of(text) > most_name_length) return "too_long";
  return holds_web_address(text) ? "address" : nullptr;
}

const char* check_email(std::string& text, const Answers& /*unused*/, const Platform& platform) {
  const auto address = read_email(text, platform);
  if (!address) return "format";
  text = *address;
  return nullptr;
}

const char* check_country(std::string& text, const Answers& /*unused*/,
                          const Platform& /*unused*/) {
  return is_country(text) ? nullptr : "format";
}

const char* check_postcode(std::string& text, const Answers& answers, const Platform& /*unused*/) {
  const std::string_view country = answers[Field::country];
  const auto postcode = read_postcode(text, country);
  // Where no form is known, it can only be too long.
  if (!postcode) return postcode_example(country).empty() ? "too_long" : "format";
  text = *postcode;
  return nullptr;
}

const char* check_comment(std::string& text, const Answers& /*unused*/,
                          const Platform& /*unused*/) {
  return length_of(text) > most_comment_length ? "too_long" : nullptr;
}

constexpr std::array<Rule, all_fields.size()> rules{check_name,    check_name,     check_email,
                                                    check_country, check_postcode, check_comment};

Cleaned clean_answer(std::string_view typed, Field field, const Platform& platform) {
  if (typed.size() > most_bytes_of(field)) return {{}, "too_long"};
  return field == Field::comment ? clean_lines(typed, platform) : clean_line(typed, platform);
}

// No news can be sent to somebody who wants them and gives no address.
bool is_needed(const FieldRequest& request, const Answers& answers) {
  return !request.optional ||
         (request.field == Field::email_address && answers[Purpose::updates].given);
}

const char* check_field(const FieldRequest& request, Answers& answers, const Platform& platform) {
  std::string& text = answers[request.field];
  if (text.empty()) return is_needed(request, answers) ? "missing" : nullptr;
  return rules[static_cast<std::size_t>(request.field)](text, answers, platform);
}

}  // namespace

bool operator==(const FieldError& a, const FieldError& b) {
  return a.name == b.name && a.code == b.code;
}

Checked check(const Petition& petition, const Answers& answers, const Platform& platform) {
  Checked checked;
  checked.cleaned[Purpose::sign] = answers[Purpose::sign];
  if (petition.updates) checked.cleaned[Purpose::updates] = answers[Purpose::updates];
  std::array<const char*, all_fields.size()> faults{};
  // All are cleaned before any is checked: the rule for one may look at another.
  for (const FieldRequest& request : petition.fields) {
    Cleaned cleaned = clean_answer(answers[request.field], request.field, platform);
    checked.cleaned[request.field] = std::move(cleaned.text);
    faults[static_cast<std::size_t>(request.field)] = cleaned.fault;
  }
  for (const FieldRequest& request : petition.fields) {
    const char* code = faults[static_cast<std::size_t>(request.field)];
    if (code == nullptr) code = check_field(request, checked.cleaned, platform);
    if (code != nullptr) checked.errors.push_back({name_of(request.field), code});
  }
  if (!answers[Purpose::sign].given) {
    checked.errors.push_back({name_of(Purpose::sign), "missing"});
  }
  return checked;
}

}  // namespace petition_box
