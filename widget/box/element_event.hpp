#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace petition_box {

// What the element tells the page that embeds it: "petition-box-signed".
enum class ElementEvent : std::uint8_t {
  ready,
  seen,
  begun,
  submit,
  received,
  to_confirm,
  sent,
  closed,
  failed,
  error
};

constexpr std::array<const char*, 10> event_names{"ready",  "seen",       "begun", "submit",
                                                  "signed", "to-confirm", "sent",  "closed",
                                                  "failed", "error"};

constexpr const char* name_of(ElementEvent event) {
  return event_names[static_cast<std::size_t>(event)];
}

}  // namespace petition_box
