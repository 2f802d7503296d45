#pragma once

#include <cstdint>
#include <string>

#include <json/value.hpp>

namespace petition_box::json {

// In which members of objects are written: as they stand, or by their names, compared by UTF-16
// code units.
enum class Order : std::uint8_t { as_it_stands, by_name };

// The value as JSON.stringify writes it (ECMAScript, #sec-serializejsonproperty), without blanks;
// but a fraction, which is written as it was read.
std::string write(const Value& value, Order order = Order::as_it_stands);

// Adds what the value is as a plain text: nothing for null, a text as it stands. False for a list
// or an object, which is none.
bool append_plain(const Value& value, std::string& text);

}  // namespace petition_box::json
