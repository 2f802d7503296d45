#pragma once

#include <box/message.hpp>
#include <box/model.hpp>
#include <box/step.hpp>

namespace petition_box {

// The number of signatures, and whether the petition takes any: asked for, and again from time to
// time while somebody looks at it and can sign.

void fetch_standing(Step& step);

void take_standing(Step& step, const Response& response, const Moment& moment);

// A number that is known and that nobody looks at is not asked for again until somebody does.
void rest(Model& model);

// The box is in view, or no longer is. While it is and can be signed, the number of signatures is
// asked for again from time to time.
void see(Step& step, bool in_view);

// Only the endpoint's clock closes a petition.
void open_or_close(Model& model);

}  // namespace petition_box
