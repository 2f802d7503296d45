#include <form/statement.hpp>

namespace petition_box {

Statement statement_of(Purpose purpose, const Petition& petition, const Language& language,
                       const std::vector<std::string>& ranges) {
  const Text* own = &petition.sign_statement;
  if (purpose == Purpose::updates) {
    own = petition.updates ? &petition.updates->statement : nullptr;
  }
  if (own != nullptr && !own->empty()) {
    const Translation& translation = own->in(ranges);
    return {translation.language, translation.text};
  }
  const std::string& controller = petition.controller.name.in(ranges).text;
  return {language.tag(), language.say(name_of(purpose), {{"controller", controller}})};
}

}  // namespace petition_box
