#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace petition_box::endpoint {

// What was asked for, by its kind: as many as there are, whatever addresses there are.
enum class Route : std::uint8_t {
  none,  // nothing is there, or nobody could tell what was asked
  petition,
  count,
  signatures,  // a POST
  sign,
  frame,
  thanks,
  second_answer,
  embed,
  partners,
  style,
  redirection,
  health,
  ready,
};

// Their names, in this order.
constexpr std::array<std::string_view, 14> routes{
    "none",          "petition", "count",    "signatures", "sign",        "frame",  "thanks",
    "second_answer", "embed",    "partners", "style",      "redirection", "health", "ready",
};
static_assert(routes.size() == static_cast<std::size_t>(Route::ready) + 1);

constexpr std::string_view name_of(Route route) { return routes[static_cast<std::size_t>(route)]; }

}  // namespace petition_box::endpoint
