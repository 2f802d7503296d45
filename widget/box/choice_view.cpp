#include <box/choice_view.hpp>
#include <box/error_view.hpp>

namespace petition_box {

Node& add_group(Node& questions, const char* role, const std::string& control,
                const Translation& legend, const Showing& showing) {
  Node& group = questions.add("fieldset").set("class", "group " + control).keyed(control);
  group.set("role", role);
  if (error_of(control, showing.model) != nullptr) {
    group.set("aria-describedby", error_id_of(control));
  }
  mark_language(group.add("legend", legend.text), legend.language, showing);
  add_error_of(group, control, showing);
  return group;
}

Node& add_choice(Node& parent, const Choice& choice, const Showing& showing) {
  Node& line = parent.add("div").set("class", "option").keyed(choice.value);
  Node& control = line.add("input").set("type", choice.type).set("id", choice.id);
  control.set("name", choice.control).set("value", choice.value);
  control.set("checked", choice.chosen ? "checked" : "");
  Node& label = line.add("label", choice.label.text).set("for", choice.id);
  mark_language(label, choice.label.language, showing);
  return control;
}

}  // namespace petition_box
