#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <language/platform.hpp>

namespace petition_box {

constexpr std::size_t most_source_length = 64;  // code points

// The word of a campaign for the way on which signers come, as it is sent and kept: what an address
// has in its parameter, cleaned as an answer is, and cut. Empty where nothing of it can be taken:
// nobody is refused for an address that somebody else has written.
std::string clean_source(std::string_view written, const Platform& platform);

}  // namespace petition_box
