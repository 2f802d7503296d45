#include <array>
#include <optional>

#include <form/check.hpp>
#include <form/country.hpp>
#include <form/email.hpp>
#include <form/hygiene.hpp>
#include <form/postcode.hpp>

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

const char* check_field(const FieldRequest& request, Answers& answers, const Platform& platform) {
  std::string& text = answers[request.field];
  if (text.empty()) return request.optional ? nullptr : "missing";
  return rules[static_cast<std::size_t>(request.field)](text, answers, platform);
}

}  // namespace

bool operator==(const FieldError& a, const FieldError& b) {
  return a.name == b.name && a.code == b.code;
}

Checked check(const Petition& petition, const Answers& answers, const Platform& platform) {
  Checked checked;
  // All are cleaned before any is checked: the rule for one may look at another.
  for (const FieldRequest& request : petition.fields) {
    const auto clean = request.field == Field::comment ? clean_lines : clean_line;
    checked.cleaned[request.field] = clean(answers[request.field], platform);
  }
  for (const FieldRequest& request : petition.fields) {
    const char* code = check_field(request, checked.cleaned, platform);
    if (code != nullptr) checked.errors.push_back({name_of(request.field), code});
  }
  checked.cleaned[Purpose::sign] = answers[Purpose::sign];
  if (petition.updates) checked.cleaned[Purpose::updates] = answers[Purpose::updates];
  if (!answers[Purpose::sign].given) {
    checked.errors.push_back({name_of(Purpose::sign), "missing"});
  }
  return checked;
}

}  // namespace petition_box
