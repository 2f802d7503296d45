#pragma once

#include <box/model.hpp>
#include <json/mistake.hpp>
#include <wire/protocol.hpp>

namespace petition_box {

// How the endpoints of model.unspoken speak: a description of each that does not speak the
// reference protocol, the petition's own before those beside it.

// What is said of the next endpoint whose description is not there; nothing once all are.
protocol::Named wanted_protocol(Model& model);

// Adds that of the next endpoint.
void add_description(Model& model, Description description);

// Adds those that the document holds, up to the next that it names.
void take_held_descriptions(Model& model);

// Until they are learned again nobody can sign.
void forget_protocols(Model& model);

// What the endpoints cannot say of the petition, once all descriptions are there: to be told before
// anybody types.
json::Mistakes unsayable_in(Model& model);

}  // namespace petition_box
