#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>

#include <box/model.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// What happened outside.
struct Configured {  // the element is there, or its attributes have changed
  Configuration configuration;
};
struct Answered {
  Ticket ticket = 0;
  Answer answer;
};
struct Woken {
  Ticket ticket = 0;
};
struct BackOnline {};
struct DrawAnew {};  // what was shown has been changed by other hands
struct Typed {
  Field field = Field::given_name;
  std::string text;
  bool finished = false;  // the signer has left the field, or chosen from a list
};
struct Ticked {
  Purpose purpose = Purpose::sign;
  bool given = false;
};
struct Submitted {};
struct Pressed {
  std::string name;  // what the view gave it in data-press
};
struct Decided {  // by the page, about the event that was raised under the ticket
  Ticket ticket = 0;
  bool allowed = false;
};
struct Coloured {  // the page has chosen another accent
  std::optional<Colour> accent;
};

using Message = std::variant<Configured, Answered, Woken, BackOnline, Typed, Ticked, Submitted,
                             Pressed, Decided, Coloured, DrawAnew>;

// What the core cannot know of itself at a message.
struct Moment {
  std::int64_t now = 0;  // ms since 1970, UTC
  std::array<unsigned char, 16> random{};
};

}  // namespace petition_box
