#pragma once

#include <string>

#include <box/showing.hpp>

namespace petition_box {

// The ids of the control of that name, and of the words of its mistake.
std::string id_of(std::string_view control);
std::string error_id_of(std::string_view control);

// Null where nothing is wrong with what the control says.
const FieldError* error_of(std::string_view control, const Model& model);

// All mistakes, each a link to its control.
void add_error_summary(Node& form, const Showing& showing);

// The words of a mistake stand before the control, which points to them.
void add_error_of(Node& parent, const std::string& control, const Showing& showing);

// Says of the element whether it is wrong.
void mark_error(Node& element, const std::string& control, const Model& model);

}  // namespace petition_box
