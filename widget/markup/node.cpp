#include <markup/node.hpp>

namespace petition_box {

Node& Node::add(std::string_view child_tag, std::string_view content) {
  children.push_back(std::make_unique<Node>(child_tag));
  Node& child = *children.back();
  if (!content.empty()) child.write(content);
  return child;
}

Node& Node::keyed(std::string_view name) {
  key = name;
  return *this;
}

Node& Node::set(std::string_view name, std::string_view value) {
  attributes.push_back({name, std::string(value)});
  return *this;
}

Node& Node::write(std::string_view content) {
  children.push_back(std::make_unique<Node>());
  children.back()->text = content;
  return *this;
}

const std::string* Node::find(std::string_view name) const {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

}  // namespace petition_box
