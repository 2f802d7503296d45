#pragma once

#include <box/message.hpp>
#include <box/step.hpp>
#include <language/platform.hpp>

namespace petition_box {

// Makes of the model what it is after a message, and gives what is to be done. Nothing else counts:
// the same model, message and moment give the same step.
Step update(Model& model, const Message& message, const Moment& moment, const Platform& platform);

}  // namespace petition_box
