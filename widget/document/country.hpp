#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// Every officially assigned code of ISO 3166-1 alpha-2, two letters each, and XK (Kosovo), one
// after the other.
std::string country_codes();

bool is_country(std::string_view code);

}  // namespace petition_box
