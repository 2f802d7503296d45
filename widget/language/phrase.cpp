#include <cstddef>

#include <language/phrase.hpp>

namespace petition_box {

const char* key_of(Phrase phrase) {
  constexpr const char* keys[]{
#define PHRASE(name, key) key,
#define WHOLE_PHRASE(name, key) key,
#include <language/phrases.inc>
#undef PHRASE
#undef WHOLE_PHRASE
  };
  return phrase == Phrase::none ? "" : keys[static_cast<std::size_t>(phrase)];
}

}  // namespace petition_box
