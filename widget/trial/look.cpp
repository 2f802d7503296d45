#include <algorithm>
#include <utility>

#include <document/reader.hpp>
#include <json/place.hpp>
#include <trial/look.hpp>
#include <trial/trying.hpp>
#include <wire/body.hpp>
#include <wire/rule.hpp>
#include <wire/template.hpp>

namespace petition_box {
namespace {

using json::Value;

std::string_view text_at(const Value& value, std::string_view pointer) {
  const Value* there = json::value_at(value, pointer);
  return there == nullptr ? std::string_view() : std::string_view(there->text);
}

// What one look says of an answer.
class Looking {
 public:
  Looking(const described::Endpoint& endpoint, const Value& look, Findings& found)
      : look_(look), found_(found) {
    if (const Value* page = look.find("page")) read_page(endpoint, *page);
  }

  void see(const Value& body) {
    show(body);
    const Value* pointer = look_.find("list");
    const Value* list = pointer == nullptr ? nullptr : json::value_at(body, pointer->text);
    if (list == nullptr) return;
    for (const json::Member& item : list->members) see_item(item.value);
  }

 private:
  // What must stand in the form that is meant.
  void read_page(const described::Endpoint& endpoint, const Value& page) {
    page_ = &page;
    classes_ = {page.text_of("consent"), page.text_of("optional"), page.text_of("inverted")};
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    const json::Place whole{&page};
    const auto holds =
        render(Reader::member(whole, "holds"), described::names_of(endpoint, {}, {}), reader);
    if (holds) wanted_ = described::pairs_of(*holds).value_or(std::vector<NameValue>());
  }

  void show(const Value& body) {
    const Value* pointers = look_.find("shows");
    if (pointers == nullptr) return;
    for (const json::Member& pointer : pointers->members) {
      const std::string_view text = text_at(body, pointer.value.text);
      if (text.empty()) continue;
      if (!found_.shown.empty()) found_.shown += ", ";
      found_.shown += text;
    }
  }

  void see_item(const Value& item) {
    if (look_.find("field") != nullptr) {
      add_field(std::string(text_at(item, look_.text_of("field"))));
    }
    // The same form may stand in several pages.
    if (page_ == nullptr || !found_.consents.empty()) return;
    for (FormInPage& form : forms_in(text_at(item, page_->text_of("html")), classes_)) {
      if (!is_meant(form)) continue;
      // A schema may call one otherwise than the form sends it: topics, and not topics[].
      found_.fields = std::move(form.fields);
      found_.consents = std::move(form.consents);
      return;
    }
  }

  bool is_meant(const FormInPage& form) const {
    return std::all_of(wanted_.begin(), wanted_.end(), [&](const NameValue& wanted) {
      return std::any_of(form.hidden.begin(), form.hidden.end(), [&](const NameValue& one) {
        return one.name == wanted.name && one.value == wanted.value;
      });
    });
  }

  void add_field(std::string name) {
    auto& fields = found_.fields;
    const bool is_new = std::find(fields.begin(), fields.end(), name) == fields.end();
    if (!name.empty() && is_new) fields.push_back(std::move(name));
  }

  const Value& look_;
  Findings& found_;
  const Value* page_ = nullptr;
  ConsentClasses classes_{};
  std::vector<NameValue> wanted_;
};

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

Findings findings_in(const described::Endpoint& endpoint, const std::vector<Response>& responses) {
  Findings found;
  const Value* looks = endpoint.description.part("look");
  if (looks == nullptr) return found;
  const std::size_t count = std::min(looks->members.size(), responses.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (responses[i].status < 200 || responses[i].status > 299) continue;
    Looking(endpoint, looks->members[i].value, found)
        .see(body_of(responses[i], most_looked_at_bytes));
  }
  if (!found.fields.empty() || !found.shown.empty()) return found;
  for (const Response& response : responses) {
    if (response.status == 0 || !found.rule.empty()) continue;
    const Value* rule = described::rule_for(endpoint.description, response);
    if (rule != nullptr) found.rule = described::place_of(*rule, endpoint.description);
  }
  return found;
}

}  // namespace petition_box
