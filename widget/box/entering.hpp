#pragma once

#include <box/message.hpp>
#include <box/step.hpp>
#include <language/platform.hpp>

namespace petition_box {

// What a signer types, chooses and ticks. Once the form was submitted, the errors beside it are
// kept current.
void enter(Step& step, const Entered& entered, const Moment& moment, const Platform& platform);

// The same of the form as a whole, which is about to be checked.
void take_entries(Model& model, const std::vector<Entry>& entries, const Moment& moment);

// From outside: what may help the signer with a field.
void take_advice(Step& step, const Advised& advised);

// The signer takes what was advised for the field.
void correct(Step& step, const std::string& name, const Platform& platform);

}  // namespace petition_box
