#include <nlohmann/json.hpp>

#include <endpoint/sqlite/columns.hpp>

namespace petition_box::endpoint::sqlite {
namespace {

constexpr std::string_view prefix = "consent_";

}  // namespace

std::string answers_column(const std::vector<std::string>& texts) {
  auto answers = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty()) answers[name_of(all_fields[i])] = texts[i];
  }
  return answers.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string_view consent_column(Purpose purpose) {
  return std::string_view(name_of(purpose)).substr(prefix.size());
}

std::string name_on_wire(std::string_view consent_column) {
  return std::string(prefix).append(consent_column);
}

}  // namespace petition_box::endpoint::sqlite
