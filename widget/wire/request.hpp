#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// What is sent to an address, and the same each time that it is repeated. The views are of string
// literals.
struct Request {
  std::string_view method = "GET";
  std::string url;
  std::string_view accept = "application/json";
  std::string_view type;  // of the body; empty where there is none
  std::string body;
};

}  // namespace petition_box
