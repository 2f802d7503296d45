#include <algorithm>
#include <cstddef>
#include <iterator>

#include <language/date.hpp>
#include <language/tag.hpp>
#include <paste/months.hpp>
#include <paste/token.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box::paste {
namespace {

constexpr std::size_t longest_date = 20;  // in tokens
constexpr std::size_t fewest_letters = 3;

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_last(std::string_view word) {
  std::size_t last = word.size();
  while (last > 0 && (static_cast<unsigned char>(word[--last]) & 0xC0U) == 0x80U) continue;
  return word.substr(0, last);
}

// The words and marks of the month's dates, without their numbers: with a day, where its name may
// have another ending, and without one.
std::vector<std::string> words_of(std::string_view tag, int month, const Platform& platform) {
  std::vector<std::string> words;
  for (const int day : {15, 0}) {
    const std::string date = platform.date(tag, Date{2024, month, day});
    for (Token& token : tokens_of(date, longest_date)) {
      if (!is_digit(token.text[0])) words.push_back(std::move(token.text));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

Months::Months(std::vector<std::string> languages, const Platform& platform) {
  for (const char* known : {"en", "fr"}) {
    if (!contains(languages, known)) languages.emplace_back(known);
  }
  for (const std::string& tag : languages) {
    if (!is_language_tag(tag)) continue;
    Names names;
    for (std::size_t i = 0; i < names.size(); ++i) {
      names[i] = words_of(tag, static_cast<int>(i) + 1, platform);
    }
    // What two months have is the name of neither.
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = i + 1; j < names.size(); ++j) {
        std::set_intersection(names[i].begin(), names[i].end(), names[j].begin(), names[j].end(),
                              std::back_inserter(fillers_));
      }
    }
    for (auto& words : names) {
      words.erase(std::remove_if(words.begin(), words.end(),
                                 [this](const std::string& word) { return is_filler(word); }),
                  words.end());
    }
    languages_.push_back(std::move(names));
  }
}

int Months::named(std::string_view word) const {
  for (const Names& names : languages_) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (contains(names[i], word)) return static_cast<int>(i) + 1;
    }
  }
  if (length_of(word) < fewest_letters) return 0;
  const std::string_view stem = without_last(word);
  int found = 0;
  for (const Names& names : languages_) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const int month = static_cast<int>(i) + 1;
      const bool begins =
          std::any_of(names[i].begin(), names[i].end(), [&](const std::string& name) {
            const bool has_other_ending =
                length_of(stem) >= fewest_letters && without_last(name) == stem;
            return has_other_ending || name.compare(0, word.size(), word) == 0;
          });
      if (!begins || month == found) continue;
      if (found != 0) return 0;
      found = month;
    }
  }
  return found;
}

bool Months::is_filler(std::string_view token) const { return contains(fillers_, token); }

}  // namespace petition_box::paste
