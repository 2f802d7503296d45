#pragma once

#include <string>
#include <string_view>

#include <language/platform.hpp>

namespace petition_box {

struct Cleaned {
  std::string text;             // empty where there is a fault
  const char* fault = nullptr;  // a code of form/check.hpp: "encoding", "marks"
};

// What a signer typed, ready to be checked and kept: in NFC; without control characters,
// non-characters (Unicode section 23.7), soft hyphens, zero-width spaces, byte order marks and
// bidirectional controls; white space collapsed to single spaces and trimmed. ZWJ and ZWNJ stay:
// scripts need them. Empty where nothing of it can be seen.
Cleaned clean_line(std::string_view typed, const Platform& platform);

// The same for a text of several lines: line feeds stay, at most two in a row.
Cleaned clean_lines(std::string_view typed, const Platform& platform);

}  // namespace petition_box
