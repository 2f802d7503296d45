#pragma once

#include <string>
#include <vector>

#include <wire/description.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// What was seen at an endpoint (wire/described.hpp, ask_look).
struct Seen {
  std::string sentence;             // for whoever sets it up; the reason where nothing was seen
  std::vector<std::string> fields;  // their names there, each once
};

Seen seen_in(const Description& description, const Response& response);

}  // namespace petition_box
