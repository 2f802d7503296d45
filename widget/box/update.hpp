#pragma once

#include <box/message.hpp>
#include <box/step.hpp>
#include <language/platform.hpp>

namespace petition_box {

// The box after a message. Pure: the same model, message and moment give the same step.
Step update(Model model, const Message& message, const Moment& moment, const Platform& platform);

}  // namespace petition_box
