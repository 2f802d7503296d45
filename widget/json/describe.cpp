#include <algorithm>
#include <utility>

#include <json/mistake.hpp>

namespace petition_box::json {

Mistake& note(Mistakes& mistakes, std::string pointer, const char* expected, const char* found,
              Severity severity) {
  mistakes.push_back({});
  Mistake& mistake = mistakes.back();
  mistake.pointer = std::move(pointer);
  mistake.severity = severity;
  if (mistakes_say_what) {
    mistake.expected = expected;
    mistake.found = found;
  }
  return mistake;
}

void append(Mistakes& mistakes, Mistakes others) {
  for (Mistake& other : others) mistakes.push_back(std::move(other));
}

bool has_error(const Mistakes& mistakes) {
  return std::any_of(mistakes.begin(), mistakes.end(),
                     [](const Mistake& one) { return one.severity == Severity::error; });
}

std::string describe(const Mistakes& mistakes) {
  if (!mistakes_say_where) return "(whole document)";
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
