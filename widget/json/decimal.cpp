#include <json/decimal.hpp>

namespace petition_box::json {

std::string digits_of(std::uint64_t number) {
  std::string digits = number < 10 ? std::string() : digits_of(number / 10);
  digits += static_cast<char>('0' + number % 10);
  return digits;
}

}  // namespace petition_box::json
