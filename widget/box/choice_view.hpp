#pragma once

#include <box/showing.hpp>

namespace petition_box {

// An element with the words, marked with their language.
Node& add_label(Node& parent, const char* tag, const Translation& words, const Showing& showing);

// Several controls about one thing, with what it is about: its role is radiogroup or group.
Node& add_group(Node& questions, const char* role, const std::string& control,
                const Translation& legend, const Showing& showing);

// One thing to choose or to tick, with its label after it.
struct Choice {
  const char* type;  // radio or checkbox
  std::string id;
  std::string control;
  std::string value;
  bool chosen;
};

// Gives the control.
Node& add_choice(Node& parent, const Choice& choice, const Translation& label,
                 const Showing& showing);

}  // namespace petition_box
