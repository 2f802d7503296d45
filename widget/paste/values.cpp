#include <algorithm>
#include <cstddef>
#include <string>

#include <document/link.hpp>
#include <paste/lines.hpp>
#include <paste/token.hpp>
#include <paste/values.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::paste {
namespace {

constexpr std::size_t longest_name = 40;

}  // namespace

std::string number(std::string_view text) {
  const std::string whole = folded(trimmed(text));
  std::string digits;
  std::size_t group = 0;
  char between = 0;
  std::size_t at = 0;
  for (; at < whole.size(); ++at) {
    const char c = whole[at];
    if (is_digit(c)) {
      digits += c;
      ++group;
      continue;
    }
    const bool has_more = at + 1 < whole.size() && is_digit(whole[at + 1]);
    if (!has_more) break;
    const bool is_mark = c == ' ' || c == '.' || c == ',' || c == '\'';
    const bool is_first = between == 0 && group >= 1 && group <= 3;
    if (!is_mark || !(is_first || (c == between && group == 3))) return std::string(text);
    between = c;
    group = 0;
  }
  const bool is_whole = !digits.empty() && (between == 0 || group == 3);
  const std::string rest(trimmed(std::string_view(whole).substr(at)));
  const bool is_word =
      at == whole.size() || (whole[at] == ' ' && std::all_of(rest.begin(), rest.end(), is_small));
  if (!is_whole || !is_word) return std::string(text);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits;
}

std::string address(std::string_view text) {
  const std::string_view whole = trimmed(text);
  const std::size_t host = std::min(whole.find_first_of("/?#"), whole.size());
  const std::string_view name = whole.substr(0, host);
  const std::size_t dot = name.find('.');
  const bool is_host = dot != std::string_view::npos && dot > 0 && dot + 1 < name.size() &&
                       name.find_first_of(" :@") == std::string_view::npos;
  std::string full = "https://" + std::string(whole);
  return is_host && is_link(full) ? full : std::string(whole);
}

std::string contact(std::string_view text) {
  const std::string_view whole = trimmed(text);
  const std::size_t at = whole.find('@');
  const bool is_address = at != std::string_view::npos && at > 0 &&
                          whole.find('.', at) != std::string_view::npos &&
                          whole.find_first_of(" :/@", at + 1) == std::string_view::npos &&
                          whole.find_first_of(" :/") == std::string_view::npos;
  std::string full = "mailto:" + std::string(whole);
  return is_address && is_link(full) ? full : address(text);
}

std::string name(std::string_view title) {
  std::string all;
  std::string word;
  for (const char c : folded(title) + ' ') {
    if (is_small(c) || is_digit(c)) {
      word += c;
      continue;
    }
    if (word.empty()) continue;
    if (all.size() + 1 + word.size() > longest_name) break;
    if (!all.empty()) all += '-';
    all += word;
    word.clear();
  }
  return all.empty() ? "petition" : all;
}

}  // namespace petition_box::paste
