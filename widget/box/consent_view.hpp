#pragma once

#include <box/showing.hpp>

namespace petition_box {

void add_consent(Node& questions, const Consent& consent, const Showing& showing);

// The second question of a consent, as a dialog over the page.
void add_second_question(Node& box, const Consent& consent, const Showing& showing);

}  // namespace petition_box
