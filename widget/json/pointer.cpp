#include <string>

#include <json/decimal.hpp>
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
  if (place.within == nullptr) return {};
  std::string path = pointer(*place.within);
  if (place.within->value->kind == Kind::array) {
    append_token(path, decimal(place.index));
  } else {
    append_token(path, place.name);
  }
  return path;
}

}  // namespace petition_box::json
