#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace petition_box {

// Names come from the source of the view, never from a document: string literals only.
struct Attribute {
  std::string_view name;
  std::string value;
};

// An element or a text of the box. "value" and "checked" mean the state of a control, as the DOM
// properties of these names do; both writers know how to say that.
struct Node {
  std::string_view tag;  // empty: a text
  std::string text;      // of a text
  std::string key;       // tells children of one parent apart that have the same tag
  std::vector<Attribute> attributes;
  std::vector<Node> children;
  std::uint32_t number = 0;  // given by the patch writer; names the node in the browser

  Node& key_is(std::string name) & {
    key = std::move(name);
    return *this;
  }
  Node& set(std::string_view name, std::string value = {}) & {
    attributes.push_back({name, std::move(value)});
    return *this;
  }
  Node& add(Node child) & {
    children.push_back(std::move(child));
    return *this;
  }
  Node&& key_is(std::string name) && { return std::move(key_is(std::move(name))); }
  Node&& set(std::string_view name, std::string value = {}) && {
    return std::move(set(name, std::move(value)));
  }
  Node&& add(Node child) && { return std::move(add(std::move(child))); }

  const std::string* find(std::string_view name) const {
    for (const Attribute& attribute : attributes) {
      if (attribute.name == name) return &attribute.value;
    }
    return nullptr;
  }
};

inline Node element(std::string_view tag) {
  Node node;
  node.tag = tag;
  return node;
}

inline Node text(std::string content) {
  Node node;
  node.text = std::move(content);
  return node;
}

// An element that holds only a text.
inline Node element(std::string_view tag, std::string content) {
  return element(tag).add(text(std::move(content)));
}

}  // namespace petition_box
