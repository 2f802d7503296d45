#pragma once

#include <box/showing.hpp>

namespace petition_box {

// The words beside a field: the document's own, or the catalogue's.
Translation label_of(const Field& field, const Showing& showing);

// The same words with what tells that no answer is needed.
Translation optional(Translation words, const Showing& showing);

// Puts the family name in the place of the given name and the other way round, where the language
// of the box has it before and the document does not say otherwise. The parent: of nodes that have
// the names of fields as their keys.
void order_names(Node& parent, const Showing& showing);

void add_field(Node& questions, const Field& field, const Showing& showing);

}  // namespace petition_box
