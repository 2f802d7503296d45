#include <algorithm>
#include <string>

#include <json/decimal.hpp>
#include <json/mistake.hpp>
#include <json/place.hpp>

namespace petition_box::json {

void append_token(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

std::string pointer(const Place& place) {
  if (!mistakes_say_where || place.within == nullptr) return {};
  std::string path = pointer(*place.within);
  if (place.within->value->kind == Kind::array) {
    append_token(path, decimal(place.index));
  } else {
    append_token(path, place.name);
  }
  return path;
}

bool is_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '~' && next != '0' && next != '1') return false;
  }
  return true;
}

namespace {

// Null where the token leads nowhere in the value.
const Value* step(const Value& value, std::string_view token) {
  for (std::size_t i = 0; i < value.members.size(); ++i) {
    std::string own;
    append_token(own, value.kind == Kind::array ? decimal(i) : value.members[i].name);
    if (own == token) return &value.members[i].value;
  }
  return nullptr;
}

}  // namespace

const Value* value_at(const Value& whole, std::string_view pointer) {
  const Value* value = &whole;
  while (value != nullptr && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    value = step(*value, pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return value;
}

}  // namespace petition_box::json
