#pragma once

#include <box/model.hpp>
#include <language/platform.hpp>
#include <markup/node.hpp>

namespace petition_box {

// The box as part of any page, without script: there may be several on one, of one petition even,
// so nothing in it goes by an id. Labels hold their controls. A count that nobody will fetch has no
// place there, and no button leads to the form.
Node plain_box(const Model& model, const Platform& platform);

}  // namespace petition_box
