#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace petition_box {

// What may be pressed, besides the button that sends the form.
enum class Press : std::uint8_t {
  edit,     // rather than to wait for another attempt
  focus,    // a link to an element of the box
  speak,    // a language
  correct,  // a field, as was advised
  // To the second question.
  accept,
  decline,
  go_back,
};

constexpr std::array<const char*, 7> press_names{"edit",   "focus",   "speak",  "correct",
                                                 "accept", "decline", "go_back"};

// In data-press; after the name may come a colon and what it is about.
constexpr const char* name_of(Press press) { return press_names[static_cast<std::size_t>(press)]; }

inline std::optional<Press> press_named(std::string_view data_press) {
  data_press = data_press.substr(0, data_press.find(':'));
  for (std::size_t i = 0; i < press_names.size(); ++i) {
    if (press_names[i] == data_press) return static_cast<Press>(i);
  }
  return std::nullopt;
}

}  // namespace petition_box
