#pragma once

#include <cstdint>

namespace petition_box {

// Whether CommonMark takes the code point for white space (0.31.2, #unicode-whitespace-character):
// the general category Zs and the controls that are blank.
bool is_white_space(std::uint32_t code_point);

// Whether CommonMark takes it for punctuation (#unicode-punctuation-character): the general
// categories P and S, as far as the scripts of Europe, Arabic, Hebrew, Devanagari and those of East
// Asia use them, and emoji.
bool is_punctuation(std::uint32_t code_point);

}  // namespace petition_box
