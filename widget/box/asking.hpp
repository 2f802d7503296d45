#pragma once

#include <cstdint>

#include <box/message.hpp>
#include <box/model.hpp>
#include <box/step.hpp>
#include <box/ticket.hpp>
#include <wire/request.hpp>

namespace petition_box {

// Asks for something that the box needs to show itself, and again for what does not come.

// Answers of more than `most_bytes` are cut.
void fetch(Step& step, Loading& loading, Asked asked, Request request, std::uint32_t most_bytes);

// What did not come is asked for again: by itself where it may come then, else when the browser is
// online again, for what answered may have been the door of a network. Gives whether somebody has
// to be told: at once where it will not come, else after some attempts.
bool must_be_told(Step& step, Loading& loading, Asked asked, const Response& response,
                  const Moment& moment);

}  // namespace petition_box
