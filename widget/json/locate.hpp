#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <json/mistake.hpp>

namespace petition_box::json {

// A place in a text as an editor shows it, both from 1 on. A column is a code point.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

// The bytes before the JSON of the text: those of a byte order mark, which RFC 8259 section 8.1
// lets a reader pass over.
std::size_t begin_of(std::string_view text);

// The position of the byte at the offset. A byte order mark takes no column.
Position position_at(std::string_view text, std::size_t offset);

// Where each of the mistakes is that were found in the text, in their order: where the value at its
// JSON pointer (RFC 6901) begins; where there is none, its nearest parent. Of two members of one
// name in one object, which is what is wrong with such a text, the second. Also for a text that is
// JSON only as far as the pointers lead. Goes through the text once, however many they are.
std::vector<Position> locate(std::string_view text, const Mistakes& mistakes);

}  // namespace petition_box::json
