#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace petition_box {

struct CodePoint {
  std::uint32_t value;
  std::size_t bytes;
  bool valid;
};

// The first code point of UTF-8 (RFC 3629 section 4); a byte that begins none is one byte, not
// valid. Only for a text that is not empty.
CodePoint first_code_point(std::string_view text);

bool is_ascii(std::string_view text);

// The number of code points in UTF-8.
std::size_t length_of(std::string_view text);

// How many bytes of the text are UTF-8, from its beginning.
std::size_t valid_bytes_of(std::string_view text);

// Whether all of the text is UTF-8.
bool is_utf8(std::string_view text);

// Adds the code point, which is no surrogate, to the text.
void append_code_point(std::string& text, std::uint32_t value);

// Whether there is anything to see in the text: a code point other than white space, controls,
// those that browsers show as nothing (Unicode: Default_Ignorable_Code_Point), letters and symbols
// that are blank, marks that belong on another character, and private ones.
bool has_visible(std::string_view text);

}  // namespace petition_box
