#pragma once

#include <cstdint>

namespace petition_box {

// What is asked of the host that comes back later.
enum class Asked : std::uint8_t { document, protocol, wording, standing, signature, also };

// What was asked for, and which of all that was asked: an answer under any other ticket is out of
// date. 0: nothing is asked.
using Ticket = std::uint32_t;

constexpr Ticket ticket_of(Asked asked, std::uint32_t number) {
  return number << 3U | static_cast<Ticket>(asked);
}

constexpr Asked asked_under(Ticket ticket) { return static_cast<Asked>(ticket & 7U); }

}  // namespace petition_box
