#pragma once

#include <string>
#include <string_view>

namespace petition_box::endpoint {

// As "Content-Encoding: br" wants it (RFC 7932), as small as it gets. Empty where that fails.
std::string compressed_by_brotli(std::string_view bytes);

// The same for "Content-Encoding: gzip" (RFC 1952).
std::string compressed_by_gzip(std::string_view bytes);

}  // namespace petition_box::endpoint
