#pragma once

#include <string>

namespace petition_box {

// What a form sends under a name, and whatever else is said so.
struct NameValue {
  std::string name;
  std::string value;
};

}  // namespace petition_box
