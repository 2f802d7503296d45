#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <form/answers.hpp>
#include <snippet/plain_endpoint.hpp>

namespace petition_box {
namespace {

using described::PlainControl;
using described::PlainForm;

std::string* value_of(Node& node, std::string_view name) {
  for (Attribute& attribute : node.attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

bool is_hidden(const Node& node) {
  const std::string* type = node.find("type");
  return node.tag == "input" && type != nullptr && *type == "hidden";
}

const PlainControl* control_called(const std::string& name, const PlainForm& plain) {
  for (const PlainControl& control : plain.controls) {
    if (control.control == name) return &control;
  }
  return nullptr;
}

// What the endpoint has no name for is not sent: it is said by sending the form at all.
void rename(Node& node, const PlainForm& plain) {
  std::string* const name = value_of(node, "name");
  std::string* const value = value_of(node, "value");
  const PlainControl* const control = name == nullptr ? nullptr : control_called(*name, plain);
  const bool says_no = value != nullptr && *value == name_of(Decision::refused);
  if (name == nullptr) return;
  if (control == nullptr || says_no) return node.remove("name");
  *name = control->name;
  if (!control->value.empty() && value != nullptr) *value = control->value;
}

void rename_all(Node& node, const PlainForm& plain) {
  rename(node, plain);
  for (const auto& child : node.children) rename_all(*child, plain);
}

void make(Node& form, const PlainForm& plain) {
  auto& all = form.children;
  all.erase(
      std::remove_if(all.begin(), all.end(), [](const auto& child) { return is_hidden(*child); }),
      all.end());
  rename_all(form, plain);
  form.remove("action");
  form.set("action", plain.action);
  if (plain.is_multipart) form.set("enctype", "multipart/form-data");
  for (const NameValue& pair : plain.hidden) {
    form.add("input").set("type", "hidden").set("name", pair.name).set("value", pair.value);
  }
}

}  // namespace

void send_as(const PlainForm& plain, Node& box) {
  if (box.tag == "form") return make(box, plain);
  for (const auto& child : box.children) send_as(plain, *child);
}

}  // namespace petition_box
