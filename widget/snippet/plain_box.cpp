#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <box/view.hpp>
#include <snippet/plain_box.hpp>

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

void take_away(Node& parent, std::string_view class_name) {
  Children& all = parent.children;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const auto& child) { return has_class(*child, class_name); }),
            all.end());
}

const Node& title_of(const Node& petition) {
  return **std::find_if(petition.children.begin(), petition.children.end(),
                        [](const auto& child) { return has_class(*child, "title"); });
}

// The element around a control and its label becomes the label of what is in it.
void label_by_holding(Node& parent) {
  for (const auto& child : parent.children) {
    if (child->tag != "label") continue;
    child->tag = "span";
    parent.tag = "label";
  }
}

// The page may have ids of its own, and parts are there in a shadow root alone.
void take_names_away(Node& node) {
  for (const std::string_view name : {"id", "for", "aria-labelledby", "part"}) node.remove(name);
  label_by_holding(node);
  for (const auto& child : node.children) take_names_away(*child);
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

Node plain_box(const Model& model, const Platform& platform) {
  Node box = view(model, platform);
  Node& sides = *box.children.front();
  take_away(sides, "bar");
  box.children.resize(1);
  Node& petition = *sides.children.front();
  Node& signing = *sides.children.back();
  // The page around it is not there in other languages.
  stay_in_language(box);
  if (!model.count) take_away(signing, "progress");
  signing.set("aria-label",
              words_of(*signing.children.front()) + ' ' + words_of(title_of(petition)));
  take_names_away(box);
  leave_to_browser(signing.children);
  return box;
}

}  // namespace petition_box
