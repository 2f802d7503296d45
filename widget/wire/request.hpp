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
  std::string type{};  // of the body; empty where there is none
  std::string body;
  std::string headers{};  // others, for which browsers ask leave: "Name: value", a line each
  bool opaque = false;    // nobody reads what it comes back with (Fetch standard, "no-cors")
};

}  // namespace petition_box
