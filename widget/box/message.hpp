#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <box/model.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// What happened outside.
struct Configured {  // the element is there, or its attributes have changed
  Configuration configuration;
};
struct Answered {
  Ticket ticket = 0;
  Response response;
};
struct Woken {
  Ticket ticket = 0;
};
struct BackOnline {};
struct Seen {  // or not any more: some of the box is in a window that somebody looks at
  bool seen = false;
};
// What advice/advice.hpp says of the answer in a field that the view has marked with data-advice.
struct Advised {
  std::string name;
  std::string advice;
};
struct DrawAnew {};  // what was shown has been changed by other hands
// What the form would send under a name: nothing where a box is not ticked. A parameter of the
// page's address has a question mark before its name (box/campaign_source.hpp).
struct Entry {
  std::string name;
  std::vector<std::string> values;
};
enum class Entering : std::uint8_t {
  typing,
  finished,  // the signer has left the field, or chosen from a list
  brought,   // from a form that was there before: the controls may not show it
  left,      // the same, by a box that is gone: whoever agrees does so each time
};
struct Entered {  // or chosen, or ticked
  std::vector<Entry> entries;
  Entering entering = Entering::typing;
};
struct Submitted {
  std::vector<Entry> entries;  // of the whole form
};
struct Pressed {
  std::string name;  // what the view gave it in data-press
};
struct Permitted {  // by the page, or not: about the event that was raised under the ticket
  Ticket ticket = 0;
  bool permitted = false;
};
struct Coloured {  // the page has chosen another accent
  std::optional<Colour> accent;
};

using Message = std::variant<Configured, Answered, Woken, BackOnline, Entered, Submitted, Pressed,
                             Permitted, Coloured, DrawAnew, Seen, Advised>;

// What the core cannot know of itself at a message.
struct Moment {
  std::int64_t now = 0;  // ms since 1970, UTC
  std::array<unsigned char, 16> random{};
};

}  // namespace petition_box
