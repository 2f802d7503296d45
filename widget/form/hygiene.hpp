#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <language/platform.hpp>

namespace petition_box {

// What a signer typed, ready to be checked and kept: in NFC; without control characters,
// non-characters (Unicode section 23.7), soft hyphens, zero-width spaces, byte order marks and
// bidirectional controls; white space collapsed to single spaces and trimmed. ZWJ and ZWNJ stay:
// scripts need them. Bytes that are not UTF-8 are dropped.
std::string clean_line(std::string_view typed, const Platform& platform);

// The same for a text of several lines: line feeds stay, at most two in a row.
std::string clean_lines(std::string_view typed, const Platform& platform);

// The number of Unicode code points in a text that has been cleaned.
std::size_t length_of(std::string_view cleaned);

}  // namespace petition_box
