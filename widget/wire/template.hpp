#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <document/reader.hpp>
#include <json/place.hpp>
#include <json/value.hpp>
#include <wire/expression.hpp>

namespace petition_box {

// Templates are a subset of JSON-e (https://json-e.js.org/language.html), which says what they
// make:
// ${expression} in texts and in the names of members, and objects with one of
//   {"$eval": "expression"}
//   {"$if": "expression", "then": template, "else": template}; where there is none for the case,
//       what it would be is left out of the object or the list that it stands in
//   {"$json": template}, as a text, with the names in order
//   {"$merge": template} of a list of objects
//   {"$map": template, "each(v)": template} or "each(v,k)", of a list or an object
// All else that begins with $ is a mistake.

// Notes what is wrong with the form of the template at the place.
void read_template(const json::Place& place, Reader& reader);

// The same for the template of an address, which is a text.
void read_address(const json::Place& place, Reader& reader);

// What the template at the place makes of the names, an object; null where it leaves itself out.
// Nothing where it cannot be made, of which the first reason is noted.
std::optional<json::Value> render(const json::Place& place, const json::Value& names,
                                  Reader& reader);

// The same for an address. What stands for an expression is percent-encoded, except at the
// beginning of the address, of which it is a part itself.
std::optional<std::string> render_address(const json::Place& place, const json::Value& names,
                                          Reader& reader);

}  // namespace petition_box
