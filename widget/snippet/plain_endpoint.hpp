#pragma once

#include <markup/node.hpp>
#include <wire/plain_form.hpp>

namespace petition_box {

// Makes of the form of a plain box one that posts to a described endpoint: its address, the names
// that it knows, and what it wants said besides. Of a consent that is asked for between yes and no,
// no is what is not sent.
void send_as(const described::PlainForm& plain, Node& box);

}  // namespace petition_box
