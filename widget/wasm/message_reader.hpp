#pragma once

#include <optional>
#include <string_view>

#include <box/message.hpp>

namespace petition_box {

struct ReadMessage {
  Message message;
  Moment moment;
};

// Reads what the browser wrote (wasm/boundary.hpp); nothing where it is no message.
std::optional<ReadMessage> read_message(std::string_view bytes);

}  // namespace petition_box
