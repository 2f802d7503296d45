#pragma once

#include <cstdint>
#include <string>
#include <type_traits>

namespace petition_box::json {

std::string digits_of(std::uint64_t number);

// The number as JSON writes it (RFC 8259 section 6): decimal digits, after a minus if it is
// negative. std::to_string would bring tables of digits and of powers of ten into the module.
template <class Integer>
std::string decimal(Integer number) {
  const auto bits = static_cast<std::uint64_t>(number);
  if constexpr (std::is_signed_v<Integer>) {
    if (number < 0) return '-' + digits_of(-bits);
  }
  return digits_of(bits);
}

}  // namespace petition_box::json
