#include <algorithm>

#include <form/answers.hpp>

namespace petition_box {
namespace {

constexpr std::array<const char*, all_decisions.size()> decision_names{"none", "given", "refused"};
constexpr std::array<const char*, all_hows.size()> how_names{"box", "yes_no", "second_question"};

}  // namespace

const char* name_of(Decision decision) {
  return decision_names[static_cast<std::size_t>(decision)];
}

const char* name_of(How how) { return how_names[static_cast<std::size_t>(how)]; }

const NameValue* Answers::find_field(std::string_view name) const {
  for (const NameValue& answer : fields_) {
    if (answer.name == name) return &answer;
  }
  return nullptr;
}

const ConsentAnswer* Answers::find_consent(std::string_view name) const {
  for (const ConsentAnswer& answer : consents_) {
    if (answer.consent == name) return &answer;
  }
  return nullptr;
}

const std::string& Answers::operator[](std::string_view field) const {
  static const std::string none;
  const NameValue* found = find_field(field);
  return found == nullptr ? none : found->value;
}

std::string& Answers::operator[](std::string_view field) {
  if (find_field(field) == nullptr) fields_.push_back({std::string(field), std::string()});
  return const_cast<NameValue*>(find_field(field))->value;
}

const ConsentAnswer& Answers::consent(std::string_view name) const {
  static const ConsentAnswer none;
  const ConsentAnswer* found = find_consent(name);
  return found == nullptr ? none : *found;
}

ConsentAnswer& Answers::consent(std::string_view name) {
  if (find_consent(name) == nullptr) consents_.emplace_back().consent = name;
  return *const_cast<ConsentAnswer*>(find_consent(name));
}

std::vector<std::string> choices_in(std::string_view answer) {
  std::vector<std::string> values;
  while (!answer.empty()) {
    const std::string_view value = answer.substr(0, answer.find('\n'));
    if (!value.empty()) values.emplace_back(value);
    answer.remove_prefix(std::min(value.size() + 1, answer.size()));
  }
  return values;
}

std::string join_choices(const std::vector<std::string>& values) {
  std::string answer;
  for (const std::string& value : values) {
    if (!answer.empty()) answer += '\n';
    answer += value;
  }
  return answer;
}

}  // namespace petition_box
