#include <algorithm>
#include <utility>

#include <markup/patch.hpp>

namespace petition_box {
namespace {

using Children = std::vector<std::unique_ptr<Node>>;

bool same(const Node& a, const Node& b) { return a.tag == b.tag && a.key == b.key; }

void begin(Change change, std::uint32_t number, Bytes& changes) {
  changes.byte(static_cast<std::uint8_t>(change));
  changes.number(number);
}

void set_attribute(std::uint32_t number, const Attribute& attribute, Bytes& changes) {
  begin(Change::set_attribute, number, changes);
  changes.text(attribute.name);
  changes.text(attribute.value);
}

void insert(std::uint32_t parent, std::uint32_t number, std::uint32_t before, Bytes& changes) {
  begin(Change::insert, parent, changes);
  changes.number(number);
  changes.number(before);
}

// For each of the next children the index of the shown child that it continues, or -1.
std::vector<int> match(const Children& shown, const Children& next) {
  std::vector<int> matches(next.size(), -1);
  std::vector<char> taken(shown.size());
  std::size_t first_free = 0;
  for (std::size_t i = 0; i < next.size(); ++i) {
    while (first_free < shown.size() && taken[first_free]) ++first_free;
    for (std::size_t j = first_free; j < shown.size(); ++j) {
      if (taken[j] || !same(*shown[j], *next[i])) continue;
      taken[j] = true;
      matches[i] = static_cast<int>(j);
      break;
    }
  }
  return matches;
}

}  // namespace

std::uint32_t ShownTree::new_number() {
  if (free_numbers_.empty()) return ++last_number_;
  const std::uint32_t number = free_numbers_.back();
  free_numbers_.pop_back();
  return number;
}

void ShownTree::release(const Node& node) {
  free_numbers_.push_back(node.number);
  for (const auto& child : node.children) release(*child);
}

void ShownTree::show(Node next, Bytes& changes, bool anew) {
  if (!empty_ && !anew && same(root_, next)) {
    renew(root_, next, changes);
  } else {
    if (!empty_) {
      begin(Change::remove, root_.number, changes);
      release(root_);
    }
    create(next, changes);
    insert(0, next.number, 0, changes);
  }
  root_ = std::move(next);
  empty_ = false;
}

void ShownTree::create(Node& node, Bytes& changes) {
  node.number = new_number();
  if (node.tag.empty()) {
    begin(Change::create_text, node.number, changes);
    return changes.text(node.text);
  }
  begin(Change::create_element, node.number, changes);
  changes.text(node.tag);
  for (const auto& child : node.children) {
    create(*child, changes);
    insert(node.number, child->number, 0, changes);
  }
  // After the children: a select takes its value only once it has its options.
  for (const Attribute& attribute : node.attributes) {
    set_attribute(node.number, attribute, changes);
  }
}

void ShownTree::renew(const Node& shown, Node& next, Bytes& changes) {
  next.number = shown.number;
  if (next.tag.empty()) {
    if (shown.text == next.text) return;
    begin(Change::set_text, next.number, changes);
    return changes.text(next.text);
  }
  renew_children(shown, next, changes);
  renew_attributes(shown, next, changes);
}

void ShownTree::renew_attributes(const Node& shown, const Node& next, Bytes& changes) {
  for (const Attribute& attribute : shown.attributes) {
    if (next.find(attribute.name) != nullptr) continue;
    begin(Change::remove_attribute, next.number, changes);
    changes.text(attribute.name);
  }
  for (const Attribute& attribute : next.attributes) {
    const std::string* value = shown.find(attribute.name);
    if (value != nullptr && *value == attribute.value) continue;
    set_attribute(next.number, attribute, changes);
  }
}

void ShownTree::renew_children(const Node& shown, Node& next, Bytes& changes) {
  const std::vector<int> matches = match(shown.children, next.children);
  std::vector<std::uint32_t> order;  // of the nodes as they stand in the browser
  for (std::size_t j = 0; j < shown.children.size(); ++j) {
    const Node& child = *shown.children[j];
    if (std::find(matches.begin(), matches.end(), static_cast<int>(j)) != matches.end()) {
      order.push_back(child.number);
    } else {
      begin(Change::remove, child.number, changes);
      release(child);
    }
  }
  for (std::size_t i = 0; i < next.children.size(); ++i) {
    Node& child = *next.children[i];
    if (matches[i] >= 0) {
      renew(*shown.children[static_cast<std::size_t>(matches[i])], child, changes);
    } else {
      create(child, changes);
    }
    if (i < order.size() && order[i] == child.number) continue;
    if (matches[i] >= 0) order.erase(std::find(order.begin(), order.end(), child.number));
    const std::uint32_t before = i < order.size() ? order[i] : 0;
    insert(next.number, child.number, before, changes);
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(i), child.number);
  }
}

}  // namespace petition_box
