#pragma once

#include <box/effect.hpp>
#include <markup/bytes.hpp>

namespace petition_box {

// Writes the effects for the browser (wasm/boundary.hpp), with the end after them.
void write_effects(const Effects& effects, Bytes& bytes);

}  // namespace petition_box
