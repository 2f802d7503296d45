#include <algorithm>

#include <json/mistake.hpp>

namespace petition_box::json {

bool has_error(const Mistakes& mistakes) {
  return std::any_of(mistakes.begin(), mistakes.end(),
                     [](const Mistake& one) { return one.severity == Severity::error; });
}

std::string describe(const Mistakes& mistakes) {
  std::string lines;
  for (const Mistake& mistake : mistakes) {
    if (!lines.empty()) lines += '\n';
    lines += mistake.pointer.empty() ? "(whole document)" : mistake.pointer;
    if (!mistakes_say_what) continue;
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
