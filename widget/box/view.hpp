#pragma once

#include <box/model.hpp>
#include <language/platform.hpp>
#include <markup/node.hpp>

namespace petition_box {

// The box as a tree of elements. Pure: the same model gives the same tree. Its form is a real one:
// sent without any script, it posts the same names to the same endpoint.
Node view(const Model& model, const Platform& platform);

// The part of a box with a petition that says how many have signed, as it stands in the view.
Node progress_of(const Model& model, const Platform& platform);

// The side of a box with a petition where people sign, for what a page adds below it.
Node& signing_side(Node& box);

// Takes the links to the box in other languages away, from a page that cannot be asked for again.
void stay_in_language(Node& box);

}  // namespace petition_box
