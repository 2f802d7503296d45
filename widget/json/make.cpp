#include <utility>

#include <json/make.hpp>

namespace petition_box::json {

Value make(Kind kind) {
  Value value;
  value.kind = kind;
  return value;
}

Value make_text(std::string text) {
  Value value = make(Kind::text);
  value.text = std::move(text);
  return value;
}

Value make_boolean(bool boolean) {
  Value value = make(Kind::boolean);
  value.boolean = boolean;
  return value;
}

Value make_integer(std::int64_t integer) {
  Value value = make(Kind::integer);
  value.integer = integer;
  return value;
}

void put(Value& object, std::string_view name, Value value) {
  for (Member& member : object.members) {
    if (member.name != name) continue;
    member.value = std::move(value);
    return;
  }
  object.members.push_back({std::string(name), std::move(value)});
}

}  // namespace petition_box::json
