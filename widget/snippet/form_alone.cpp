#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <box/view.hpp>
#include <snippet/form_alone.hpp>

namespace petition_box {
namespace {

using Children = std::vector<std::unique_ptr<Node>>;

bool has_class(const Node& node, std::string_view name) {
  const std::string* value = node.find("class");
  return value != nullptr && *value == name;
}

// All text in it.
std::string words_of(const Node& node) {
  std::string words = node.text;
  for (const auto& child : node.children) words += words_of(*child);
  return words;
}

void remove(Node& node, std::string_view name) {
  auto& all = node.attributes;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const Attribute& attribute) { return attribute.name == name; }),
            all.end());
}

// The element around a control and its label becomes the label of what is in it.
void label_by_holding(Node& parent) {
  for (const auto& child : parent.children) {
    if (child->tag != "label") continue;
    child->tag = "span";
    parent.tag = "label";
  }
}

void take_ids_away(Node& node) {
  for (const std::string_view name : {"id", "for", "aria-labelledby"}) remove(node, name);
  label_by_holding(node);
  for (const auto& child : node.children) take_ids_away(*child);
}

// What loads pages into pages would send the form itself and lose the answer: Turbo, htmx and Astro
// leave it to the browser where it says so.
void leave_to_browser(const Children& nodes) {
  for (const auto& node : nodes) {
    if (node->tag != "form") continue;
    node->set("data-turbo", "false").set("hx-boost", "false").set("data-astro-reload");
  }
}

}  // namespace

Node form_alone(const Model& model, const Platform& platform) {
  Node box = view(model, platform);
  Node& sides = *box.children.front();
  std::unique_ptr<Node> signing = std::move(sides.children.back());
  Children& parts = signing->children;
  if (!model.count) {
    parts.erase(std::remove_if(parts.begin(), parts.end(),
                               [](const auto& part) { return has_class(*part, "progress"); }),
                parts.end());
  }
  std::unique_ptr<Node> title = std::move(sides.children.front()->children.front());
  const std::string name = words_of(*parts.front()) + ' ' + words_of(*title);
  parts.insert(parts.begin(), std::move(title));
  take_ids_away(*signing);
  leave_to_browser(parts);
  signing->set("aria-label", name);
  box.children.clear();
  box.children.push_back(std::move(signing));
  return box;
}

}  // namespace petition_box
