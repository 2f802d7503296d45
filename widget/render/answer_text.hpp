#pragma once

#include <optional>
#include <string_view>

#include <wire/outcome.hpp>

namespace petition_box {

// The answer of an endpoint as curl -i writes it: a line that begins with "HTTP/" and has the
// status as its second word, headers, an empty line, the body. Of several answers, as a proxy or
// "100 Continue" adds them, the last. Nothing where it is none.
std::optional<Response> read_answer(std::string_view text);

}  // namespace petition_box
