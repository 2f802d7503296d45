#pragma once

#include <box/showing.hpp>

namespace petition_box {

// The words beside a field: the document's own, or the catalogue's.
Translation label_of(const Field& field, const Showing& showing);

// The same words with what tells that no answer is needed.
Translation optional(Translation words, const Showing& showing);

void add_field(Node& questions, const Field& field, const Showing& showing);

}  // namespace petition_box
