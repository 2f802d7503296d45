#pragma once

#include <cstdint>
#include <string_view>

#include <unicode/unistr.h>

namespace petition_box {

// The text as ICU takes it; of bytes that are not UTF-8 each makes a replacement character.
inline icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

}  // namespace petition_box
