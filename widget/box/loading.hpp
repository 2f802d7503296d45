#pragma once

#include <box/message.hpp>
#include <box/step.hpp>

namespace petition_box {

// What the box fetches to show itself: the petition's document, its own words, the number of
// signatures (box/counting.hpp).

// Takes the page's configuration over and asks for whatever it changes.
void configure(Step& step, const Configuration& configuration);

// The visitor has chosen the language, which goes before those of the page until the page says
// others.
void speak(Step& step, const std::string& tag);

// Where the ticket is that of one of these.
void take_loaded(Step& step, const Answered& answered, const Moment& moment);
void wake_loading(Step& step, Ticket ticket);

// Asks at once for whatever waits to be asked for again.
void back_online_loading(Step& step);

}  // namespace petition_box
