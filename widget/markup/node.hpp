#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box {

// Names come from the source of the view, never from a document: string literals only.
struct Attribute {
  std::string_view name;
  std::string value;
};

// An element or a text of the box. What the source of the view says is a string literal, and a
// pointer is all that a call passes of it; what is known only at run time is a std::string. "value"
// and "checked" mean the state of a control, as the DOM properties of these names do; both writers
// know how to say that.
struct Node {
  explicit Node(std::string_view element_tag = {}) : tag(element_tag) {}

  std::string_view tag;  // empty: a text
  std::string text;      // of a text
  std::string key;       // tells children of one parent apart that have the same tag
  std::vector<Attribute> attributes;
  std::vector<std::unique_ptr<Node>> children;
  // Of the patch writer.
  std::size_t number = 0;  // names the node in the browser
  Node* same = nullptr;    // the one that it continues, or that continues it

  // Adds an element, with a text in it where one is given. Gives the child, which stays where it
  // is.
  Node& add(const char* child_tag);
  Node& add(const char* child_tag, const std::string& content);

  // These give the node itself.
  Node& keyed(const char* name);
  Node& keyed(const std::string& name);
  Node& set(const char* name, const char* value = "");
  Node& set(const char* name, const std::string& value);
  Node& write(const char* content);  // adds a text
  Node& write(const std::string& content);

  // Takes the attribute away, where there is one of that name.
  void remove(std::string_view name);

  // The value of the attribute; null where there is none of that name.
  const std::string* find(std::string_view name) const;
};

}  // namespace petition_box
