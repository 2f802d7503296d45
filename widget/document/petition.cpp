#include <algorithm>

#include <document/petition.hpp>
#include <document/whole.hpp>
#include <language/tag.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

template <class Named>
const Named* named(std::string_view name, const std::vector<Named>& all) {
  for (const Named& one : all) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

}  // namespace

bool is_slug(std::string_view name) {
  const auto fits = [](char c) { return is_small(c) || is_digit(c) || c == '-'; };
  return name.size() <= 64 && std::all_of(name.begin(), name.end(), fits);
}

const Field* Petition::field(std::string_view name) const { return named(name, fields); }

const Consent* Petition::consent(std::string_view name) const { return named(name, consents); }

const Consent* Petition::consent_of_control(std::string_view name) const {
  if (name.substr(0, consent_prefix.size()) != consent_prefix) return nullptr;
  return consent(name.substr(consent_prefix.size()));
}

bool Petition::asks_for(std::string_view control) const {
  return field(control) != nullptr || consent_of_control(control) != nullptr;
}

const Text& Petition::asker(const Consent& consent) const {
  return is_whole && consent.by ? consent.by->name : controller.name;
}

const Translation& Text::in(const std::vector<std::string>& ranges) const {
  std::vector<std::string> available;
  available.reserve(translations.size());
  for (const Translation& translation : translations) available.push_back(translation.language);
  return translations[lookup(ranges, available).value_or(0)];
}

}  // namespace petition_box
