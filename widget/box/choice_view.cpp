#include <box/choice_view.hpp>
#include <box/error_view.hpp>

namespace petition_box {

Node& add_label(Node& parent, const char* tag, const Translation& words, const Showing& showing) {
  Node& label = parent.add(tag, words.text);
  mark_language(label, words.language, showing);
  return label;
}

Node& add_group(Node& questions, const char* role, const std::string& control,
                const Translation& legend, const Showing& showing) {
  Node& group = questions.add("fieldset").set("class", "group " + control).keyed(control);
  group.set("role", role);
  if (error_of(control, showing.model) != nullptr) {
    group.set("aria-describedby", error_id_of(control));
  }
  add_label(group, "legend", legend, showing);
  add_error_of(group, control, showing);
  return group;
}

Node& add_choice(Node& parent, const Choice& choice, const Translation& label,
                 const Showing& showing) {
  Node& line = parent.add("div").set("class", "option").keyed(choice.value);
  Node& control = line.add("input").set("type", choice.type).set("id", choice.id);
  control.set("name", choice.control).set("value", choice.value);
  control.set("checked", choice.chosen ? "checked" : "");
  add_label(line, "label", label, showing).set("for", choice.id);
  return control;
}

}  // namespace petition_box
