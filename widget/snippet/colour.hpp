#pragma once

#include <string_view>

namespace petition_box {

// Whether the text is a colour as CSS writes it in hexadecimal without transparency: #rgb, #rrggbb.
bool is_hex_colour(std::string_view text);

}  // namespace petition_box
