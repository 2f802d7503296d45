#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <markup/node.hpp>
#include <unit/markup/byte_reader.hpp>

namespace petition_box {

// As much of a browser's tree as a patch can change. Unlike a browser it forgives nothing.
class Dom {
 public:
  struct Element {
    std::uint32_t number = 0;
    std::string tag;   // empty: a text
    std::string text;  // of a text
    std::map<std::string, std::string> attributes;
    Element* parent = nullptr;
    std::vector<Element*> children;
    int moves = 0;  // how often it was put in its place: a move takes the focus from it
  };

  // Applies the changes up to the end of the patch. Gives what is wrong with them, or nothing.
  std::string apply(ByteReader& changes);

  // What hangs in the page; null where nothing does.
  const Element* root() const { return top_.children.empty() ? nullptr : top_.children.front(); }

  // The first element in document order with that value of an attribute; null where none has it.
  const Element* find(const std::string& attribute, const std::string& value) const;

  std::size_t size() const { return elements_.size(); }
  std::uint32_t largest_number() const;

 private:
  std::string apply_one(std::uint8_t change, ByteReader& changes);
  std::string create(std::uint32_t number, const std::string& tag, const std::string& text);
  std::string insert(std::uint32_t parent, std::uint32_t number, std::uint32_t before);
  std::string remove(std::uint32_t number);
  void detach(Element& element);
  void forget(const Element& element);
  Element* at(std::uint32_t number);

  Element top_;
  std::map<std::uint32_t, std::unique_ptr<Element>> elements_;
};

// The tree written out, so that a tree of elements can be compared with one of nodes.
std::string outline(const Dom::Element& element);
std::string outline(const Node& node);

}  // namespace petition_box
