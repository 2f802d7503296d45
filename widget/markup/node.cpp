#include <algorithm>

#include <markup/node.hpp>

namespace petition_box {

Node& Node::add(const char* child_tag) {
  children.push_back(std::make_unique<Node>(child_tag));
  return *children.back();
}

Node& Node::add(const char* child_tag, const std::string& content) {
  Node& child = add(child_tag);
  if (!content.empty()) child.write(content);
  return child;
}

Node& Node::keyed(const char* name) { return keyed(std::string(name)); }

Node& Node::keyed(const std::string& name) {
  key = name;
  return *this;
}

Node& Node::set(const char* name, const char* value) { return set(name, std::string(value)); }

Node& Node::set(const char* name, const std::string& value) {
  attributes.push_back({name, value});
  return *this;
}

Node& Node::write(const char* content) { return write(std::string(content)); }

Node& Node::write(const std::string& content) {
  children.push_back(std::make_unique<Node>());
  children.back()->text = content;
  return *this;
}

void Node::remove(std::string_view name) {
  const auto has_name = [&](const Attribute& attribute) { return attribute.name == name; };
  attributes.erase(std::remove_if(attributes.begin(), attributes.end(), has_name),
                   attributes.end());
}

const std::string* Node::find(std::string_view name) const {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == name) return &attribute.value;
  }
  return nullptr;
}

}  // namespace petition_box
