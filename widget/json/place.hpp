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

}  // namespace petition_box::json
