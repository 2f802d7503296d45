// Each line of standard input, [QUESTION, TAG, ...], asks the platform (language/platform.hpp),
// which natively is ICU; the answer is a line of standard output, a JSON text.

#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include <document/country.hpp>
#include <icu/icu_platform.hpp>
#include <language/tag.hpp>

namespace petition_box {
namespace {

std::string answer_to(const nlohmann::json& asked) {
  const IcuPlatform icu;
  const std::string question = asked.at(0);
  const std::string tag = asked.at(1);
  if (question == "locale") return std::string(asked_tag(tag));
  if (question == "number") return icu.number(tag, asked.at(2));
  if (question == "plural_category") return icu.plural_category(tag, asked.at(2));
  if (question == "date") return icu.date(tag, {asked.at(2), asked.at(3), asked.at(4)});
  if (question == "time_zone") return icu.time_zone(tag, std::string(asked.at(2)));
  if (question == "regions") return icu.regions(tag, std::string(asked.at(2)));
  if (question == "language") return icu.language(tag);
  return question == "countries" ? country_codes() : "no such question";
}

}  // namespace
}  // namespace petition_box

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto asked = nlohmann::json::parse(line, nullptr, false);
    if (asked.is_discarded()) return 1;
    std::cout << nlohmann::json(petition_box::answer_to(asked)).dump() << '\n';
  }
  return 0;
}
