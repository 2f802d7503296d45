#pragma once

#include <string>
#include <vector>

namespace petition_box {

struct Translation {
  std::string language;  // BCP 47
  std::string text;
};

// A text of the petition in the languages its author wrote it in; the petition's first language
// where it has that one comes first.
struct Text {
  std::vector<Translation> translations;
  bool is_running =
      false;  // with markup in it (running_text.hpp); else it is shown as it is written

  bool empty() const { return translations.empty(); }

  // The translation that suits the earliest of the ranges (RFC 4647 section 3.4), else the first.
  // Only for a text that is not empty.
  const Translation& in(const std::vector<std::string>& ranges) const;
};

}  // namespace petition_box
