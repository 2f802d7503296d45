#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <document/link.hpp>
#include <form/answers.hpp>
#include <form/statement.hpp>
#include <language/language.hpp>
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

template <class Condition>
void take_away(Node& parent, Condition is_one) {
  auto& all = parent.children;
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const auto& child) { return is_one(*child); }),
      all.end());
}

const PlainControl* control_called(const std::string& name, const PlainForm& plain) {
  for (const PlainControl& control : plain.controls) {
    if (control.control == name) return &control;
  }
  return nullptr;
}

bool is_no(const Node& option, const std::string& control) {
  if (option.children.empty()) return false;
  const std::string* name = option.children.front()->find("name");
  const std::string* value = option.children.front()->find("value");
  return name != nullptr && *name == control && value != nullptr &&
         *value == name_of(Decision::refused);
}

// A form cannot be told that something in it is not to be sent. Group: the choice between yes and
// no for the consent of that control.
void ask_for_yes(Node& group, const std::string& control) {
  auto& all = group.children;
  const auto no = std::find_if(all.begin(), all.end(),
                               [&](const auto& option) { return is_no(*option, control); });
  if (no == all.end()) {
    for (const auto& child : all) ask_for_yes(*child, control);
    return;
  }
  all.erase(no);
  if (std::string* role = value_of(group, "role")) *role = "group";
  // One radio button could not be left again.
  if (std::string* type = value_of(*all.back()->children.front(), "type")) *type = "checkbox";
}

// What the endpoint has no name for is not sent: it is said by sending the form at all.
void rename(Node& node, const PlainForm& plain, bool keeps_own) {
  std::string* const name = value_of(node, "name");
  std::string* const value = value_of(node, "value");
  if (name == nullptr) return;
  const std::string own = *name;
  const PlainControl* const control = control_called(own, plain);
  if (control == nullptr || is_hidden(node)) return node.remove("name");
  *name = control->name;
  if (value != nullptr && !control->value.empty()) {
    const bool is_refusal = !control->no.empty() && *value == name_of(Decision::refused);
    *value = is_refusal ? control->no : control->value;
  }
  if (keeps_own) node.set("data-name", own);
}

void rename_all(Node& node, const PlainForm& plain, bool keeps_own) {
  rename(node, plain, keeps_own);
  for (const auto& child : node.children) rename_all(*child, plain, keeps_own);
}

void direct(Node& form, const PlainForm& plain, bool keeps_own) {
  for (const PlainControl& control : plain.controls) {
    const bool is_consent = begins_with(control.control, consent_prefix);
    if (is_consent && control.no.empty()) ask_for_yes(form, control.control);
  }
  rename_all(form, plain, keeps_own);
  for (const std::string_view name : {"method", "action"}) form.remove(name);
  form.set("method", "post").set("action", plain.action);
  if (plain.is_multipart) form.set("enctype", "multipart/form-data");
}

Node& add_hidden(Node& parent, const NameValue& pair) {
  return parent.add("input").set("type", "hidden").set("name", pair.name).set("value", pair.value);
}

// Null where the petition is over.
Node* form_in(Node& node, Node** parent = nullptr) {
  for (const auto& child : node.children) {
    if (parent != nullptr) *parent = &node;
    if (child->tag == "form") return child.get();
    if (Node* form = form_in(*child, parent)) return form;
  }
  return nullptr;
}

}  // namespace

std::optional<PlainForm> plain_form_of(const Model& model, const Platform& platform) {
  const Petition& petition = *model.petition;
  const Language language(*model.catalogue, platform);
  std::vector<NameValue> statements;
  for (const Consent& consent : petition.consents) {
    statements.push_back(
        {consent.name, statement_of(consent, petition, language, model.languages).text});
  }
  return described::plain_form(
      {*model.description, petition, petition.endpoint, endpoint_of(model).url}, language.tag(),
      statements);
}

void send_as(const PlainForm& plain, Node& box) {
  Node* parent = nullptr;
  Node* const form = form_in(box, &parent);
  if (form == nullptr) return;
  // A count that nobody will fetch.
  take_away(*parent, [](const Node& child) { return child.find("data-waiting") != nullptr; });
  take_away(*form, is_hidden);
  direct(*form, plain, false);
  for (const NameValue& pair : plain.hidden) add_hidden(*form, pair);
}

void send_until_taken_over(const PlainForm& plain, Node& root, const char* target) {
  Node* const form = form_in(root);
  if (form == nullptr) return;
  direct(*form, plain, true);
  form->set("id", "pb-form");
  if (target != nullptr) form->set("target", target);
  for (const NameValue& pair : plain.hidden) add_hidden(root, pair).set("form", "pb-form");
}

void put_for_form(Node offer, Node& box) {
  Node* parent = nullptr;
  Node* const form = form_in(box, &parent);
  if (form == nullptr) return;
  auto& all = parent->children;
  const auto place =
      std::find_if(all.begin(), all.end(), [&](const auto& child) { return child.get() == form; });
  *place = std::make_unique<Node>(std::move(offer));
}

}  // namespace petition_box
