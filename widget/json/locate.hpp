#pragma once

#include <cstddef>
#include <string_view>

#include <json/mistake.hpp>

namespace petition_box::json {

// A place in a text as an editor shows it, both from 1 on. A column is a code point.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

// The position of the byte at the offset. A byte order mark takes no column.
Position position_at(std::string_view text, std::size_t offset);

// Where the value at the JSON pointer (RFC 6901) begins in the JSON text; where there is none, its
// nearest parent. Of two members of one name in one object, which is what is wrong with such a
// text, the second. Also for a text that is JSON only as far as the pointer leads.
Position locate(std::string_view text, std::string_view pointer);

// Where the mistake is that was found in the text.
Position locate(std::string_view text, const Mistake& mistake);

}  // namespace petition_box::json
