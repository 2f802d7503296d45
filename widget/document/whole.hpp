#pragma once

namespace petition_box {

// Whether the program has all that a document may ask for. The usual module of browsers does not
// (wasm/usual.cpp): what few petitions ask, some kinds of fields and ways of asking, and all
// protocols but the reference protocol, stands behind this constant, so that the linker drops it. A
// document that the usual module cannot read without a mistake is read by the whole one, which
// knows what is asked, or says what is wrong.
extern const bool is_whole;

}  // namespace petition_box
