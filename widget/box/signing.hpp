#pragma once

#include <box/update.hpp>

namespace petition_box {

// The way of a signature from the form to the endpoint.

void type(Step& step, const Typed& typed, const Platform& platform);
void tick(Step& step, const Ticked& ticked, const Moment& moment, const Platform& platform);

// Checks the form, and sends the signature if nothing is wrong. Ignored where it was sent already.
void submit(Step& step, const Moment& moment, const Platform& platform);

// What the page says to a signature that is about to be sent.
void decide(Step& step, const Decided& decided, const Moment& moment);

// Back to the form, instead of trying again; from an attempt that is under way, once that has
// failed.
void stop_trying(Step& step);

// Whether the ticket was for the signature; if so, it is dealt with.
bool answered_signing(Step& step, const Answered& answered, const Moment& moment);
bool woken_signing(Step& step, Ticket ticket);
void back_online_signing(Step& step);

}  // namespace petition_box
