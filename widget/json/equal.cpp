#include <cstddef>

#include <json/equal.hpp>

namespace petition_box::json {

bool equal(const Value& one, const Value& other) {
  if (one.kind != other.kind || one.boolean != other.boolean || one.integer != other.integer ||
      one.text != other.text || one.members.size() != other.members.size()) {
    return false;
  }
  for (std::size_t i = 0; i < one.members.size(); ++i) {
    const Member& member = one.members[i];
    const Value* same =
        one.kind == Kind::object ? other.find(member.name) : &other.members[i].value;
    if (same == nullptr || !equal(member.value, *same)) return false;
  }
  return true;
}

}  // namespace petition_box::json
