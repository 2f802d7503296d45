#include <algorithm>
#include <array>
#include <utility>

#include <language/tag.hpp>

namespace petition_box {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// RFC 4647 section 3.4: a single letter or digit at the end goes with the subtag before it.
std::string_view shortened(std::string_view range) {
  const std::size_t dash = range.rfind('-');
  if (dash == std::string_view::npos) return {};
  range = range.substr(0, dash);
  if (range.size() >= 2 && range[range.size() - 2] == '-') range.remove_suffix(2);
  return range;
}

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& tags, std::string_view tag) {
  return std::any_of(tags.begin(), tags.end(),
                     [&](std::string_view candidate) { return same_tag(candidate, tag); });
}

}  // namespace

bool same_tag(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

bool is_language_tag(std::string_view text) {
  bool first = true;
  while (true) {
    const std::string_view subtag = text.substr(0, text.find('-'));
    if (subtag.empty() || subtag.size() > 8) return false;
    for (const char c : subtag) {
      if (!is_letter(c) && (first || !is_digit(c))) return false;
    }
    if (first && subtag.size() != 2 && subtag.size() != 3) return false;
    first = false;
    if (subtag.size() == text.size()) return true;
    text.remove_prefix(subtag.size() + 1);
  }
}

std::string as_tag(std::string written) {
  std::replace(written.begin(), written.end(), '_', '-');
  return written;
}

std::vector<std::string> tags_in(std::string_view list) {
  std::vector<std::string> tags;
  while (!list.empty()) {
    std::string tag = as_tag(std::string(list.substr(0, list.find(','))));
    list.remove_prefix(std::min(list.size(), tag.size() + 1));
    if (!tag.empty()) tags.push_back(std::move(tag));
  }
  return tags;
}

std::optional<std::size_t> lookup(const std::vector<std::string>& ranges,
                                  const std::vector<std::string>& available) {
  for (std::string_view range : ranges) {
    for (; !range.empty(); range = shortened(range)) {
      for (std::size_t i = 0; i < available.size(); ++i) {
        if (same_tag(available[i], range)) return i;
      }
    }
  }
  return std::nullopt;
}

std::string catalogue_tag(std::string_view range) {
  std::string tag;
  for (const char c : range.substr(0, range.find('-'))) {
    if (!is_letter(c)) return "";
    tag.push_back(lower(c));
  }
  return tag;
}

Direction direction_of(std::string_view tag) {
  constexpr std::array<std::string_view, 7> scripts{"adlm", "arab", "hebr", "nkoo",
                                                    "rohg", "syrc", "thaa"};
  constexpr std::array<std::string_view, 15> languages{"ar", "ckb", "dv",  "fa",  "he",
                                                       "ks", "lrc", "mzn", "nqo", "ps",
                                                       "sd", "syr", "ug",  "ur",  "yi"};
  const auto direction = [](bool leftwards) {
    return leftwards ? Direction::right_to_left : Direction::left_to_right;
  };
  for (std::string_view rest = tag; !rest.empty();) {
    const std::string_view subtag = rest.substr(0, rest.find('-'));
    if (subtag.size() == 1) break;  // what follows is no part of the language
    if (subtag.size() == 4 && is_letter(subtag[0])) return direction(is_among(scripts, subtag));
    rest.remove_prefix(std::min(rest.size(), subtag.size() + 1));
  }
  return direction(is_among(languages, tag.substr(0, tag.find('-'))));
}

}  // namespace petition_box
