#pragma once

#include <box/update.hpp>

namespace petition_box {

// What the box fetches to show itself: the petition's document, its own words, the number of
// signatures.

// Takes the page's configuration over and asks for whatever it changes.
void configure(Step& step, const Configuration& configuration);

// Whether the ticket was for one of these; if so, it is dealt with.
bool answered_loading(Step& step, const Answered& answered, const Moment& moment);
bool woken_loading(Step& step, Ticket ticket);

// Asks at once for whatever waits to be asked for again.
void back_online_loading(Step& step);

}  // namespace petition_box
