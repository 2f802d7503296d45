#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <markup/node.hpp>

namespace petition_box {

// What must not be in any view. Each gives the names of what it finds; none is right.
using Faults = std::vector<std::string>;

Faults repeated_ids(const Node& view);

// Ids that a label, a description or a link within the box names and no element has.
Faults dangling_references(const Node& view);

Faults controls_without_label(const Node& view);

// Texts that are keys: words that the catalogue lacks.
Faults words_that_are_missing(const Node& view);

// All of these.
Faults faults_of(const Node& view);

// The value of the attribute; empty where there is none.
std::string value_of(const Node& node, std::string_view name);

// Whether somebody types into it, or ticks it, or chooses from it.
bool is_control(const Node& node);

// Calls `visit` with each node, in document order.
template <class Visit>
void each(const Node& node, const Visit& visit) {
  visit(node);
  for (const auto& child : node.children) each(*child, visit);
}

}  // namespace petition_box
