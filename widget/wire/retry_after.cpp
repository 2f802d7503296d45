#include <algorithm>

#include <wire/retry_after.hpp>

namespace petition_box {

std::optional<std::int64_t> whole_number_in(std::string_view text) {
  constexpr std::size_t most_digits = 15;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<std::int64_t> seconds_to_wait(const Response& response, std::int64_t now) {
  if (const auto seconds = whole_number_in(response.retry_after)) return seconds;
  if (response.retry_at == 0) return std::nullopt;
  const std::int64_t from = response.date != 0 ? response.date : now;
  return std::max<std::int64_t>(response.retry_at - from + 999, 0) / 1000;
}

}  // namespace petition_box
