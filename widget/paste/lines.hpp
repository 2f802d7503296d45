#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What people paste, as they have it from a page, a letter or a word processor.
namespace petition_box {

// Without blanks of any kind at its ends: those of ASCII, and U+00A0, U+2009, U+202F, U+FEFF.
std::string_view trimmed(std::string_view text);

// The lines that have something in them, trimmed. A line ends with LF, CR, CRLF, U+2028 or U+2029.
std::vector<std::string_view> lines_of(std::string_view text);

// The digit of ASCII that a code point stands for: itself, or one of the Arabic writing; 0: none.
char digit_of(std::uint32_t code_point);

// The line without the mark of a list that it begins with: a number or a letter with one of / . )
// and the degree sign behind it, or a bullet. The same line where it begins with none.
std::string_view without_list_mark(std::string_view line);

// With letters of the Latin script in lower case and without their accents, "ae" for U+00E6 and the
// like, every blank as a space, and U+2019 as an apostrophe; all else as it is.
std::string folded(std::string_view text);

}  // namespace petition_box
