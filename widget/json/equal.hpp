#pragma once

#include <json/value.hpp>

namespace petition_box::json {

// Whether both are the same value: of one kind, with the same members in whatever order those of an
// object stand. A number that is no integer is the same only where it is written the same.
bool equal(const Value& one, const Value& other);

}  // namespace petition_box::json
