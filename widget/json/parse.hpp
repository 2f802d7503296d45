#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include <json/mistake.hpp>
#include <json/value.hpp>

namespace petition_box::json {

struct Limits {
  std::size_t bytes = 0;
  std::size_t depth = 0;                               // 1: a value that holds no other
  std::size_t members = static_cast<std::size_t>(-1);  // of all objects and lists together
};

// Reads a JSON text (RFC 8259, UTF-8). Integers keep 64 bits; other numbers are kept as the text
// they were written with. The mistake says where reading stopped: a syntax error, a name used twice
// in one object (RFC 8259 section 4 leaves its meaning open), or a limit that was passed.
std::variant<Value, Mistake> parse(std::string_view text, Limits limits);

}  // namespace petition_box::json
