#pragma once

#include <box/message.hpp>
#include <box/step.hpp>
#include <language/platform.hpp>

namespace petition_box {

// The way of a signature from the form to the endpoint.

// Checks the form, asks the second question where there is one to ask, and sends the signature if
// nothing is wrong. Ignored where it was sent already.
void submit(Step& step, const Submitted& submitted, const Moment& moment, const Platform& platform);

// The answer to the second question; sends the signature in either case.
void answer_second_question(Step& step, Decision decision, const Moment& moment,
                            const Platform& platform);

// Back to the form, with nothing sent and nothing answered. The question is not asked again.
void leave_second_question(Step& step);

// What the page says to a signature that is about to be sent.
void take_permission(Step& step, const Permitted& permitted, const Moment& moment);

// Instead of trying again; from an attempt that is under way, once that has failed. From a
// signature that waits for an e-mail too, for that may have gone to another address than the
// signer's.
void go_back_to_form(Step& step);

// Where the ticket is that of the signature.
void take_response(Step& step, const Answered& answered, const Moment& moment);
void wake_signing(Step& step, Ticket ticket);

void back_online_signing(Step& step);

}  // namespace petition_box
