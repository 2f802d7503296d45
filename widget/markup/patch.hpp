#pragma once

#include <cstdint>
#include <vector>

#include <markup/bytes.hpp>
#include <markup/node.hpp>

namespace petition_box {

// One change of the live DOM. The build takes the names and values for the browser's side from
// here.
enum class Change : std::uint8_t {
  end,               // the patch is complete
  create_element,    // number, tag
  create_text,       // number, text
  set_text,          // number, text
  set_attribute,     // number, name, value
  remove_attribute,  // number, name
  insert,            // parent (0: the root), number, number of the sibling it goes before (0: last)
  remove,            // number
};

// The tree that the browser shows, and the way from it to the next one.
class ShownTree {
 public:
  // Writes the changes that turn what is shown into `next`, and keeps `next` as shown. Children are
  // recognised by tag and key, so a control keeps its focus and caret while others come and go.
  // Anew: none is, for what the browser shows is no longer what it was told to.
  void show(Node next, Bytes& changes, bool anew = false);

 private:
  void create(Node& node, Bytes& changes);
  void renew(const Node& shown, Node& next, Bytes& changes);
  void renew_attributes(const Node& shown, const Node& next, Bytes& changes);
  void renew_children(const Node& shown, Node& next, Bytes& changes);
  void release(const Node& node);
  std::size_t new_number();

  Node root_;
  bool empty_ = true;
  std::size_t last_number_ = 0;
  std::vector<std::size_t> free_numbers_;
};

}  // namespace petition_box
