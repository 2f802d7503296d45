#include <array>

#include <nlohmann/json.hpp>

#include <endpoint/kept_answers.hpp>
#include <endpoint/sqlite/columns.hpp>

namespace petition_box::endpoint::sqlite {

std::string answers_of_first(const std::vector<std::string>& texts) {
  constexpr std::array<const char*, 6> names{"given_name", "family_name", "email_address",
                                             "country",    "postal_code", "comment"};
  Petition petition;
  Answers answers;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Field& field = petition.fields.emplace_back();
    field.name = names[i];
    answers[field.name] = texts[i];
  }
  return kept_answers(answers, petition);
}

bool are_same_answers(const std::string& kept, const std::string& sent) {
  const auto read = [](const std::string& text) {
    return nlohmann::json::parse(text, nullptr, false);
  };
  const auto known = read(kept);
  return known.empty() || known == read(sent);
}

}  // namespace petition_box::endpoint::sqlite
