#include <cstddef>
#include <utility>

#include <markup/patch.hpp>

namespace petition_box {
namespace {

using Children = std::vector<std::unique_ptr<Node>>;

bool same(const Node& a, const Node& b) { return a.tag == b.tag && a.key == b.key; }

void begin(Change change, std::size_t number, Bytes& changes) {
  changes.byte(static_cast<std::uint8_t>(change));
  changes.number(number);
}

void set_attribute(std::size_t number, const Attribute& attribute, Bytes& changes) {
  begin(Change::set_attribute, number, changes);
  changes.text(attribute.name);
  changes.text(attribute.value);
}

void insert(std::size_t parent, std::size_t number, std::size_t before, Bytes& changes) {
  begin(Change::insert, parent, changes);
  changes.number(number);
  changes.number(before);
}

// Makes known to each other the shown children and those of the next that continue them.
void match(const Children& shown, const Children& next) {
  auto first_free = shown.begin();
  for (const auto& child : next) {
    while (first_free != shown.end() && (*first_free)->same != nullptr) ++first_free;
    for (auto at = first_free; at != shown.end(); ++at) {
      Node& before = **at;
      if (before.same != nullptr || !same(before, *child)) continue;
      before.same = child.get();
      child->same = &before;
      break;
    }
  }
}

}  // namespace

std::size_t ShownTree::new_number() {
  if (free_numbers_.empty()) return ++last_number_;
  const std::size_t number = free_numbers_.back();
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
  match(shown.children, next.children);
  for (const auto& child : shown.children) {
    if (child->same != nullptr) continue;
    begin(Change::remove, child->number, changes);
    release(*child);
  }
  // The first of those that stand in the browser behind all that are in their places.
  auto first = shown.children.begin();
  for (const auto& child : next.children) {
    while (first != shown.children.end() && (*first)->same == nullptr) ++first;
    if (Node* const before = std::exchange(child->same, nullptr)) {
      renew(*before, *child, changes);
      before->same = nullptr;
      if (before == first->get()) continue;
    } else {
      create(*child, changes);
    }
    const bool is_last = first == shown.children.end();
    insert(next.number, child->number, is_last ? 0 : (*first)->number, changes);
  }
}

}  // namespace petition_box
