#include <form/phone.hpp>
#include <form/plain.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

constexpr std::size_t least_digits = 6;
constexpr std::size_t most_digits = 15;
constexpr std::string_view separators = " -./()[]\"'\u00a0";
constexpr std::string_view own_zero = "(0)";

}  // namespace

std::string read_phone(std::string_view cleaned) {
  std::string written = with_plain_digits(plain(cleaned));
  std::string_view text = written;
  if (text.substr(0, 4) == "tel:") text.remove_prefix(4);
  std::string number;
  if (!text.empty() && text.front() == '+') {
    number = "+";
    text.remove_prefix(1);
    const std::size_t zero = written.find(own_zero);
    if (zero != std::string::npos) written.erase(zero, own_zero.size());
    text = std::string_view(written).substr(written.find('+') + 1);
  }
  const std::size_t sign = number.size();
  for (const char c : text) {
    if (is_digit(c)) {
      number += c;
    } else if (separators.find(c) == std::string_view::npos) {
      return {};
    }
  }
  const std::size_t digits = number.size() - sign;
  if (digits < least_digits || digits > most_digits) return {};
  return number;
}

}  // namespace petition_box
