#include <algorithm>
#include <utility>

#include <language/tag.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

// The row of the table that begins with the tag, empty where none does. All are as wide; a blank
// ends a tag that is shorter.
std::string_view row_of(std::string_view table, std::size_t width, std::string_view tag) {
  for (; !table.empty(); table.remove_prefix(width)) {
    const std::string_view row = table.substr(0, width);
    if (same_tag(row.substr(0, row.find(' ')), tag)) return row;
  }
  return {};
}

// What is looked for after a range, where shortening does not know it: the tag that stands for it,
// too (IANA Language Subtag Registry, Macrolanguage and Preferred-Value); nothing where who reads
// the one script cannot read the other.
constexpr std::string_view after =
    "nb      no"
    "nn      no"
    "iw      he"
    "in      id"
    "mo      ro"
    "sr-latn   "
    "zh-hant   ";

// RFC 4647 section 3.4: a single letter or digit at the end goes with the subtag before it.
std::string_view shortened(std::string_view range) {
  const std::string_view row = row_of(after, 10, range);
  if (!row.empty()) return row.substr(8);
  const std::size_t dash = range.rfind('-');
  if (dash == std::string_view::npos) return {};
  range = range.substr(0, dash);
  if (range.size() >= 2 && range[range.size() - 2] == '-') range.remove_suffix(2);
  return range;
}

}  // namespace

bool same_tag(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (to_small(a[i]) != to_small(b[i])) return false;
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

std::string catalogue_tag(std::string_view range, const std::vector<std::string>& none) {
  for (; is_language_tag(range); range = shortened(range)) {
    const std::size_t end = std::min(range.size(), range.find('-'));
    if (end < range.size() ? !same_tag(range.substr(end, 3), "-x-") : !shortened(range).empty()) {
      continue;
    }
    std::string tag(range);
    for (char& c : tag) c = to_small(c);
    if (std::find(none.begin(), none.end(), tag) == none.end()) return tag;
  }
  return {};
}

std::string_view asked_tag(std::string_view tag) {
  if (tag == "en") return "en-GB";
  return tag == "pt" ? "pt-PT" : tag;
}

bool puts_family_name_first(std::string_view tag) { return tag == "hu"; }

Direction direction_of(std::string_view tag) {
  constexpr std::string_view scripts = "adlmarabhebrnkoorohgsyrcthaa";
  constexpr std::string_view languages = "ar ckbdv fa he ks lrcmznnqops sd syrug ur yi ";
  const auto direction = [](bool leftwards) {
    return leftwards ? Direction::right_to_left : Direction::left_to_right;
  };
  for (std::string_view rest = tag; !rest.empty();) {
    const std::string_view subtag = rest.substr(0, rest.find('-'));
    if (subtag.size() == 1) break;  // what follows is no part of the language
    if (subtag.size() == 4 && is_letter(subtag[0])) {
      return direction(!row_of(scripts, 4, subtag).empty());
    }
    rest.remove_prefix(std::min(rest.size(), subtag.size() + 1));
  }
  return direction(!row_of(languages, 3, tag.substr(0, tag.find('-'))).empty());
}

}  // namespace petition_box
