#include <algorithm>

#include <json/decimal.hpp>
#include <json/place.hpp>
#include <trial/look.hpp>
#include <trial/trying.hpp>
#include <wire/body.hpp>
#include <wire/rule.hpp>

namespace petition_box {
namespace {

using json::Value;

std::string_view text_at(const Value& value, std::string_view pointer) {
  const Value* there = json::value_at(value, pointer);
  return there == nullptr ? std::string_view() : std::string_view(there->text);
}

std::vector<std::string> fields_in(const Value& body, const Description& description) {
  std::vector<std::string> fields;
  const Value* list = json::value_at(body, description.text("look", "list"));
  if (list == nullptr || description.part("look", "list") == nullptr) return fields;
  for (const json::Member& item : list->members) {
    std::string name(text_at(item.value, description.text("look", "field")));
    const bool is_new = std::find(fields.begin(), fields.end(), name) == fields.end();
    if (!name.empty() && is_new) fields.push_back(std::move(name));
  }
  return fields;
}

std::string shown_of(const Value& body, const Description& description) {
  std::string shown;
  const Value* pointers = description.part("look", "shows");
  if (pointers == nullptr) return shown;
  for (const json::Member& pointer : pointers->members) {
    const std::string_view text = text_at(body, pointer.value.text);
    if (text.empty()) continue;
    if (!shown.empty()) shown += ", ";
    shown += text;
  }
  return shown;
}

}  // namespace

bool may_look(const described::Endpoint& endpoint) {
  const Value& answers = endpoint.petition.endpoint;
  if (answers.find("url") == nullptr) return false;
  const Value* options = endpoint.description.part("options");
  if (options == nullptr) return true;
  for (const auto& [name, option] : options->members) {
    const Value* optional = option.find("optional");
    const bool is_optional = optional != nullptr && optional->boolean;
    const bool is_needed = !is_optional && option.find("kind")->text != "names";
    if (is_needed && answers.find(name) == nullptr) return false;
  }
  return true;
}

Seen seen_in(const Description& description, const Response& response) {
  Seen seen;
  if (response.status >= 200 && response.status <= 299) {
    const Value body = body_of(response);
    seen.fields = fields_in(body, description);
    seen.shown = shown_of(body, description);
  }
  const bool is_nothing = seen.fields.empty() && seen.shown.empty() && response.status != 0;
  const Value* rule = is_nothing ? described::rule_for(description, response) : nullptr;
  if (rule != nullptr) seen.rule = place_of(*rule, description);
  return seen;
}

}  // namespace petition_box
