#pragma once

#include <vector>

#include <form/check.hpp>
#include <json/value.hpp>
#include <wire/described.hpp>

namespace petition_box::described {

// Which answers the endpoint minds, by the body of its response. The code of each is "endpoint":
// what the endpoint says of it is in its own words and language, and is not shown. An error whose
// place the description does not know has the name "": it is of the whole form. One that its names
// map to null is passed over.
std::vector<FieldError> refused_fields(const Endpoint& endpoint, const json::Value& body);

}  // namespace petition_box::described
