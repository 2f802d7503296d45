#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <box/element_event.hpp>
#include <box/ticket.hpp>
#include <wire/request.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

// What the box wants done outside.
struct Fetch {  // and answer with Answered
  Ticket ticket = 0;
  Request request;
  std::uint32_t timeout_ms = 0;
  std::uint32_t most_bytes = 0;  // of the answer: the host stops reading just past it
};
struct Wake {  // and answer with Woken
  Ticket ticket = 0;
  std::uint32_t after_ms = 0;
};
struct Focus {            // and bring into view
  std::string id;         // of an element of the box
  bool from_top = false;  // its beginning first, for it may be taller than the view
};
struct ShowDialog {  // over the page, until it is gone from the box
  std::string id;
};
struct Raise {  // an event on the element; never with personal data
  ElementEvent event = ElementEvent::error;
  std::vector<NameValue> detail;
  Ticket ticket = 0;  // not 0: the page may prevent what the event announces; answer with Decided
};
struct Report {  // to the console, for whoever embeds the box
  std::string line;
};
struct TakeWholeModule {};  // for this one is not (document/whole.hpp), and begin anew

using Effect = std::variant<Fetch, Wake, Focus, ShowDialog, Raise, Report, TakeWholeModule>;
using Effects = std::vector<Effect>;

}  // namespace petition_box
