#pragma once

#include <cstdint>

namespace petition_box {

enum class Phrase : std::uint8_t {
#define PHRASE(name, key) name,
#define WHOLE_PHRASE(name, key) name,
#include <language/phrases.inc>
#undef PHRASE
#undef WHOLE_PHRASE
  none,
};

// Its key in a catalogue that has its texts by key. Empty in the usual module of browsers, whose
// catalogues have them in the order of the phrases (wasm/usual.cpp).
const char* key_of(Phrase phrase);

}  // namespace petition_box
