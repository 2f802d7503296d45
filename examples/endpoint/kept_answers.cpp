#include <nlohmann/json.hpp>

#include <endpoint/kept_answers.hpp>

namespace petition_box::endpoint {

std::string kept_answers(const Answers& answers, const Petition& petition) {
  auto object = nlohmann::ordered_json::object();
  for (const Field& field : petition.fields) {
    const std::string& text = answers[field.name];
    if (text.empty()) continue;
    if (field.kind == FieldKind::choices) {
      object[field.name] = choices_in(text);
    } else {
      object[field.name] = text;
    }
  }
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace petition_box::endpoint
