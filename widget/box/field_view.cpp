#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <box/choice_view.hpp>
#include <box/error_view.hpp>
#include <box/field_view.hpp>
#include <box/press.hpp>
#include <document/country.hpp>
#include <document/whole.hpp>
#include <language/tag.hpp>

namespace petition_box {
namespace {

// From more options than these one is chosen in a list that opens.
constexpr std::size_t most_radio_buttons = 6;

// How a browser is told what a field is (HTML standard, #attr-input-type, #attr-inputmode,
// #autofill-field and #autocapitalization). Null: nothing is said.
struct Control {
  const char* tag;
  const char* type;
  const char* inputmode;
  const char* autocomplete;  // of a field that is not known
  const char* direction;     // null where it is the box's
  const char* capitals;      // null: of an ordinary text, with its spelling checked
};

// In the order of FieldKind; of choices and ticks the parts have other ones.
constexpr std::array<Control, all_field_kinds.size()> controls{{
    {"input", "text", nullptr, "off", "auto", nullptr},
    {"textarea", nullptr, nullptr, "off", "auto", nullptr},
    {"input", "email", nullptr, "email", "ltr", "off"},
    {"select", nullptr, nullptr, "country", nullptr, nullptr},
    {"input", "text", nullptr, "postal-code", "ltr", "characters"},
    {"input", "tel", nullptr, "tel", "ltr", "off"},
    {"select", nullptr, nullptr, "off", nullptr, nullptr},
    {},
    {},
    {"input", "text", "decimal", "off", "ltr", "off"},
    {"input", "date", nullptr, "off", nullptr, nullptr},
}};

void add_countries(Node& select, const Field& field, const Showing& showing) {
  select.add("option", showing.say(Phrase::choose_country)).set("value");
  const Model& model = showing.model;
  std::string codes = model.answers[field.name];
  if (model.names_countries) codes = country_codes();
  const std::string regions = showing.language.regions(codes);
  for (std::size_t at = 0; at < regions.size();) {
    const std::size_t end = regions.find('\n', at);
    const std::string code = regions.substr(at, 2);
    select.add("option", regions.substr(at + 2, end - at - 2)).set("value", code).keyed(code);
    at = end + 1;
  }
}

void add_options(Node& select, const Field& field, const Showing& showing) {
  select.add("option", showing.say(Phrase::choose)).set("value");
  for (const Option& option : field.options) {
    add_label(select, "option", option.label.in(showing.model.languages), showing)
        .set("value", option.value)
        .keyed(option.value);
  }
}

void set_if(Node& node, const char* name, const char* value) {
  if (value != nullptr) node.set(name, value);
}

void add_control(Node& parent, const Field& field, const Showing& showing) {
  const Control& control = controls[static_cast<std::size_t>(field.kind)];
  const KnownField* known = known_field(field.name);
  Node& node = parent.add(control.tag);
  set_if(node, "type", control.type);
  set_if(node, "inputmode", control.inputmode);
  node.set("id", id_of(field.name)).set("name", field.name);
  node.set("autocomplete", known == nullptr ? control.autocomplete : known->autocomplete);
  set_if(node, "dir", control.direction);
  const bool is_name = known != nullptr && known->is_name_of_person;
  const char* capitals = is_name ? "words" : control.capitals;
  if (capitals != nullptr) node.set("spellcheck", "false");
  set_if(node, "autocapitalize", capitals);
  if (field.kind == FieldKind::long_text) node.set("rows", "4");
  if (field.kind == FieldKind::country) add_countries(node, field, showing);
  if (is_whole && field.kind == FieldKind::choice) add_options(node, field, showing);
  if (field.kind == FieldKind::email || field.kind == FieldKind::country) {
    node.set("data-advice", name_of(field.kind));
  }
  if (!field.optional) node.set("required");
  mark_error(node, field.name, showing.model);
  node.set("value", showing.model.answers[field.name]);
}

Node& add_line(Node& questions, const std::string& kind, const std::string& control) {
  return questions.add("div").set("class", kind + ' ' + control).keyed(control);
}

Translation words_of(const Field& field, const Showing& showing) {
  Translation label = label_of(field, showing);
  return field.optional ? optional(std::move(label), showing) : label;
}

// The first has the id that a link to the field leads to.
void add_choices(Node& questions, const Field& field, const Showing& showing) {
  const bool one = field.kind == FieldKind::choice;
  Node& group = add_group(questions, one ? "radiogroup" : "group", field.name,
                          words_of(field, showing), showing);
  if (one && !field.optional) group.set("aria-required", "true");
  const std::vector<std::string> chosen = choices_in(showing.model.answers[field.name]);
  for (const Option& option : field.options) {
    const bool is_first = &option == &field.options.front();
    const std::string ending = is_first ? std::string() : '-' + option.value;
    add_choice(group,
               {one ? "radio" : "checkbox", id_of(field.name) + ending, field.name, option.value,
                std::find(chosen.begin(), chosen.end(), option.value) != chosen.end()},
               option.label.in(showing.model.languages), showing);
  }
}

void add_tick(Node& questions, const Field& field, const Showing& showing) {
  Node& line = add_line(questions, "tick", field.name);
  add_error_of(line, field.name, showing);
  Node& control = add_choice(line,
                             {"checkbox", id_of(field.name), field.name, std::string(ticked),
                              showing.model.answers[field.name] == ticked},
                             words_of(field, showing), showing);
  if (!field.optional) control.set("required");
  mark_error(control, field.name, showing.model);
}

// Nothing waits for it: the signer knows their address.
void add_suggestion(Node& line, const Field& field, const Showing& showing) {
  const std::string& address = showing.model.advice[field.name];
  if (address.empty() || field.kind != FieldKind::email) return;
  Node& words = line.add("p", showing.say(Phrase::did_you_mean) + ' ').set("role", "alert");
  add_button(words, address, Press::correct, ':' + field.name).set("dir", "ltr");
}

bool has_several_controls(const Field& field) {
  return field.kind == FieldKind::choices ||
         (field.kind == FieldKind::choice && field.options.size() <= most_radio_buttons);
}

}  // namespace

Translation label_of(const Field& field, const Showing& showing) {
  if (!field.label.empty()) return field.label.in(showing.model.languages);
  return {showing.language.tag(), showing.say(known_field(field.name)->label)};
}

Translation optional(Translation words, const Showing& showing) {
  words.text = showing.say(Phrase::optional, {{"field", words.text}});
  return words;
}

void order_names(Node& parent, const Showing& showing) {
  if (is_whole && showing.petition.is_in_written_order) return;
  if (!puts_family_name_first(showing.language.tag())) return;
  std::unique_ptr<Node>* given = nullptr;
  for (auto& child : parent.children) {
    if (child->key == "given_name") given = &child;
    if (child->key == "family_name" && given != nullptr) child.swap(*given);
  }
}

void add_field(Node& questions, const Field& field, const Showing& showing) {
  if (is_whole && field.kind == FieldKind::tick) return add_tick(questions, field, showing);
  if (is_whole && has_several_controls(field)) return add_choices(questions, field, showing);
  Node& line = add_line(questions, "field", field.name);
  add_label(line, "label", words_of(field, showing), showing).set("for", id_of(field.name));
  add_error_of(line, field.name, showing);
  add_control(line, field, showing);
  add_suggestion(line, field, showing);
}

}  // namespace petition_box
