#include <algorithm>

#include <markup/patch.hpp>
#include <unit/markup/dom.hpp>

namespace petition_box {
namespace {

const Dom::Element* find_in(const Dom::Element& element, const std::string& attribute,
                            const std::string& value) {
  const auto found = element.attributes.find(attribute);
  if (found != element.attributes.end() && found->second == value) return &element;
  for (const Dom::Element* child : element.children) {
    if (const Dom::Element* inner = find_in(*child, attribute, value)) return inner;
  }
  return nullptr;
}

template <class Children>
std::string outline_of(const std::string& tag, const std::string& text,
                       const std::map<std::string, std::string>& attributes,
                       const Children& children) {
  if (tag.empty()) return '"' + text + '"';
  std::string written = '<' + tag;
  for (const auto& [name, value] : attributes) written += ' ' + name + "=" + value;
  written += '>';
  for (const auto& child : children) written += outline(*child);
  return written + "</>";
}

}  // namespace

std::string Dom::apply(ByteReader& changes) {
  while (true) {
    const std::uint8_t change = changes.byte();
    if (changes.failed()) return "the patch has no end";
    if (change == static_cast<std::uint8_t>(Change::end)) return {};
    const std::string mistake = apply_one(change, changes);
    if (!mistake.empty() || changes.failed()) return "change " + std::to_string(change) + mistake;
  }
}

std::string Dom::apply_one(std::uint8_t change, ByteReader& changes) {
  const auto number = static_cast<std::uint32_t>(changes.number());
  Element* element = at(number);
  switch (static_cast<Change>(change)) {
    case Change::create_element:
      return create(number, changes.text(), {});
    case Change::create_text:
      return create(number, {}, changes.text());
    case Change::insert: {
      const auto child = static_cast<std::uint32_t>(changes.number());
      return insert(number, child, static_cast<std::uint32_t>(changes.number()));
    }
    case Change::remove:
      return remove(number);
    case Change::set_text:
      if (element == nullptr || !element->tag.empty()) return ": no text of that number";
      element->text = changes.text();
      return {};
    case Change::set_attribute: {
      if (element == nullptr || element->tag.empty()) return ": no element of that number";
      const std::string name = changes.text();
      element->attributes[name] = changes.text();
      return {};
    }
    case Change::remove_attribute:
      if (element == nullptr || element->attributes.erase(changes.text()) == 0) {
        return ": no such attribute";
      }
      return {};
    case Change::end:
      break;
  }
  return ": no such change";
}

std::string Dom::create(std::uint32_t number, const std::string& tag, const std::string& text) {
  if (number == 0) return ": 0 is the number of the root";
  if (at(number) != nullptr) return ": the number is taken";
  auto element = std::make_unique<Element>();
  element->number = number;
  element->tag = tag;
  element->text = text;
  elements_[number] = std::move(element);
  return {};
}

std::string Dom::insert(std::uint32_t parent, std::uint32_t number, std::uint32_t before) {
  Element* within = parent == 0 ? &top_ : at(parent);
  Element* element = at(number);
  if (within == nullptr || element == nullptr) return ": no element of that number";
  detach(*element);
  auto place = within->children.end();
  if (before != 0) {
    place = std::find(within->children.begin(), within->children.end(), at(before));
    if (place == within->children.end()) return ": not a sibling";
  }
  within->children.insert(place, element);
  element->parent = within;
  ++element->moves;
  return {};
}

std::string Dom::remove(std::uint32_t number) {
  Element* element = at(number);
  if (element == nullptr || element->parent == nullptr) return ": nothing to remove";
  detach(*element);
  forget(*element);
  return {};
}

void Dom::detach(Element& element) {
  if (element.parent == nullptr) return;
  auto& siblings = element.parent->children;
  siblings.erase(std::find(siblings.begin(), siblings.end(), &element));
  element.parent = nullptr;
}

void Dom::forget(const Element& element) {
  for (const Element* child : element.children) forget(*child);
  elements_.erase(element.number);
}

Dom::Element* Dom::at(std::uint32_t number) {
  const auto found = elements_.find(number);
  return found == elements_.end() ? nullptr : found->second.get();
}

const Dom::Element* Dom::find(const std::string& attribute, const std::string& value) const {
  return find_in(top_, attribute, value);
}

std::uint32_t Dom::largest_number() const {
  return elements_.empty() ? 0 : elements_.rbegin()->first;
}

std::string outline(const Dom::Element& element) {
  return outline_of(element.tag, element.text, element.attributes, element.children);
}

std::string outline(const Node& node) {
  std::map<std::string, std::string> attributes;
  for (const Attribute& attribute : node.attributes) {
    attributes.emplace(attribute.name, attribute.value);
  }
  return outline_of(std::string(node.tag), node.text, attributes, node.children);
}

}  // namespace petition_box
