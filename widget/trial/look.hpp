#pragma once

#include <string>
#include <vector>

#include <wire/described.hpp>
#include <wire/description.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// Whether all is answered that a look needs: the address, and what is asked for but names, which
// it is to find.
bool may_look(const described::Endpoint& endpoint);

// What was seen at an endpoint (wire/described.hpp, ask_look).
struct Seen {
  std::string shown;                // what a page is called; empty: nothing says it
  std::string rule;                 // that says why nothing was seen: its pointer, or empty
  std::vector<std::string> fields;  // their names there, each once
};

Seen seen_in(const Description& description, const Response& response);

}  // namespace petition_box
