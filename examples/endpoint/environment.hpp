#pragma once

#include <cstdint>
#include <string>

namespace petition_box::endpoint {

// What this machine knows and no request tells.

// Milliseconds since 1970, UTC.
std::int64_t now();

// A random UUID (RFC 9562 section 5.4).
std::string new_uuid();

}  // namespace petition_box::endpoint
