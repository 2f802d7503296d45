#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box::json {

enum class Kind : std::uint8_t { null, boolean, integer, fraction, text, array, object };

struct Member;

// A JSON value (RFC 8259). Members keep the order in which they were written, so that a mistake is
// reported where its author looks for it.
struct Value {
  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;
  std::vector<Member> members;  // of an object, or of an array with empty names

  // The member of that name; null where there is none, or where this is not an object.
  const Value* find(std::string_view name) const;

  // The text of that member; empty where there is none.
  std::string_view text_of(std::string_view name) const;
};

struct Member {
  std::string name;
  Value value;
};

// What a person calls a kind of value: "a text", "an object".
const char* name_of(Kind kind);

}  // namespace petition_box::json
