#pragma once

#include <string>
#include <string_view>

#include <language/platform.hpp>

namespace petition_box {

// The answer to a request of the builder's page, both in the bytes of builder/boundary.hpp. Bytes
// that are no request have an answer without mistakes and texts.
std::string answer_builder(std::string_view request, const Platform& platform);

}  // namespace petition_box
