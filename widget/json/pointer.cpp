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
  if (place.within == nullptr) return {};
  std::string path = pointer(*place.within);
  if (place.within->value->kind == Kind::array) {
    append_token(path, decimal(place.index));
  } else {
    append_token(path, place.name);
  }
  return path;
}

std::string describe(const Mistakes& mistakes) {
  std::string lines;
  for (const Mistake& mistake : mistakes) {
    if (!lines.empty()) lines += '\n';
    lines += mistake.pointer.empty() ? "(whole document)" : mistake.pointer;
    lines += ": expected ";
    lines += mistake.expected;
    if (!mistake.found.empty()) {
      lines += ", found ";
      lines += mistake.found;
    }
  }
  return lines;
}

}  // namespace petition_box::json
