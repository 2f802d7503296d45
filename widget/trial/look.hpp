#pragma once

#include <string>
#include <vector>

#include <trial/form_in_page.hpp>
#include <wire/described.hpp>
#include <wire/description.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// Whether all is answered that a look needs: the address, and what is asked for but names, which
// it is to find.
bool may_look(const described::Endpoint& endpoint);

// What is read of an answer to a look: a site may have many pages with a form.
constexpr std::size_t most_looked_at_bytes = std::size_t{4} * 1024 * 1024;

// What looks have found at an endpoint (wire/described.hpp, ask_looks).
struct Findings {
  std::string shown;                // what a page is called; empty: nothing says it
  std::string rule;                 // that says why nothing was found: its pointer, or empty
  std::vector<std::string> fields;  // their names there, each once
  std::vector<FormConsent> consents;
};

// Responses: to the looks of the description, in their order.
Findings findings_in(const described::Endpoint& endpoint, const std::vector<Response>& responses);

}  // namespace petition_box
