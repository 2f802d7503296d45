#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace petition_box {

// What a browser does where the answer sends a request on to another address.
enum class Following : std::uint8_t {
  told,    // it is said that it did, for which a body may be sent twice
  silent,  // it is sent once, and followed
  opaque,  // the same, and nobody reads what it comes back with (Fetch standard, "no-cors")
};

// What is sent to an address, and the same each time that it is repeated. The views are of string
// literals.
struct Request {
  std::string_view method = "GET";
  std::string url;
  std::string_view accept = "application/json";
  std::string type{};  // of the body; empty where there is none
  std::string body;
  std::string headers{};  // others, for which browsers ask leave: "Name: value", a line each
  Following following = Following::told;
};

}  // namespace petition_box
