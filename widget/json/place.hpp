#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <json/value.hpp>

namespace petition_box::json {

// A value and the way to it; or the way to where a value could be and is not. Places live on the
// stack of whoever walks down the document.
struct Place {
  const Value* value;
  const Place* within = nullptr;
  std::string_view name = {};  // in an object
  std::size_t index = 0;       // in an array

  bool holds(Kind kind) const { return value != nullptr && value->kind == kind; }
};

// RFC 6901: "/timeline/3/date"; empty for the whole document.
std::string pointer(const Place& place);

// Adds "/token" to the pointer, escaped by RFC 6901 section 4.
void append_token(std::string& pointer, std::string_view token);

// Whether the text has the form of a pointer: empty, or tokens that begin with "/", in which each
// "~" has a 0 or a 1 behind it.
bool is_pointer(std::string_view text);

// The value that the pointer leads to; null where there is none.
const Value* value_at(const Value& whole, std::string_view pointer);

}  // namespace petition_box::json
