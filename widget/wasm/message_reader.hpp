#pragma once

#include <optional>
#include <string_view>

#include <box/message.hpp>

namespace petition_box {

struct ReadMessage {
  Moment moment;
  std::optional<Message> message;  // nothing where the bytes are no message
};

// Reads what the browser wrote (wasm/boundary.hpp).
ReadMessage read_message(std::string_view bytes);

}  // namespace petition_box
