#pragma once

#include <string>
#include <string_view>

#include <json/value.hpp>

namespace petition_box::json {

Value make(Kind kind);
Value make_text(std::string text);
Value make_boolean(bool boolean);
Value make_integer(std::int64_t integer);

// The member of that name, in the place of one that the object has already.
void put(Value& object, std::string_view name, Value value);

}  // namespace petition_box::json
