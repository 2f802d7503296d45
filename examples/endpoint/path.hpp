#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace petition_box::endpoint {

// The path with its percent-encoding undone (RFC 3986 #section-2.1), for any octet may be sent
// encoded. Nothing where one is malformed, or stands for a slash or NUL, which no name holds.
std::optional<std::string> decoded_path(std::string_view path);

}  // namespace petition_box::endpoint
