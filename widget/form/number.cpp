#include <algorithm>

#include <form/number.hpp>
#include <form/plain.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_whole_digits = 15;
constexpr std::size_t most_fraction_digits = 6;

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

std::string read_number(std::string_view cleaned) {
  std::string text = with_plain_digits(plain(cleaned));
  const auto is_between = [](char c) { return c == ' ' || c == '\'' || c == '"'; };
  text.erase(std::remove_if(text.begin(), text.end(), is_between), text.end());
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  const std::size_t mark = rest.find_first_of(".,");
  std::string_view whole = rest.substr(0, mark);
  if (!are_digits(whole)) return {};
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size() - 1));
  if (whole.size() > most_whole_digits) return {};
  std::string number(negative ? "-" : "");
  number += whole;
  if (mark == std::string_view::npos) return number;
  const std::string_view fraction = rest.substr(mark + 1);
  if (!are_digits(fraction) || fraction.size() > most_fraction_digits) return {};
  return number.append(".").append(fraction);
}

}  // namespace petition_box
