#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <document/link.hpp>
#include <json/decimal.hpp>
#include <language/date.hpp>
#include <paste/lines.hpp>
#include <paste/values.hpp>
#include <unicode/utf8.hpp>

namespace petition_box::paste {
namespace {

constexpr std::size_t longest_name = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// A number, a word, or a mark of a folded text; and where it ends, in bytes of the text itself.
struct Token {
  std::string text;
  std::size_t end;
};

// Those that the text begins with, at most so many.
std::vector<Token> tokens_of(std::string_view text, std::size_t most) {
  std::vector<Token> tokens;
  bool goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = first_code_point(text.substr(at)).bytes;
    const std::string piece = folded(text.substr(at, bytes));
    at += bytes;
    if (piece == " ") {
      goes_on = false;
      continue;
    }
    const char last = tokens.empty() ? ' ' : tokens.back().text.back();
    const bool is_same =
        (is_digit(last) && is_digit(piece[0])) || (is_letter(last) && is_letter(piece[0]));
    if (goes_on && is_same) {
      tokens.back().text += piece;
      tokens.back().end = at;
    } else {
      if (tokens.size() == most) break;
      tokens.push_back({piece, at});
    }
    goes_on = true;
  }
  return tokens;
}

struct Month {
  std::string_view english;
  std::string_view french;
};

constexpr std::array<Month, 12> months{{{"january", "janvier"},
                                        {"february", "fevrier"},
                                        {"march", "mars"},
                                        {"april", "avril"},
                                        {"may", "mai"},
                                        {"june", "juin"},
                                        {"july", "juillet"},
                                        {"august", "aout"},
                                        {"september", "septembre"},
                                        {"october", "octobre"},
                                        {"november", "novembre"},
                                        {"december", "decembre"}}};

// From 1; 0: it is the name of none. At least three letters of the name will do, but for those that
// two of them begin with.
int month_named(std::string_view word) {
  int found = 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto begins = [&](std::string_view name) {
      return name == word || (word.size() >= 3 && name.substr(0, word.size()) == word);
    };
    if (!begins(months[i].english) && !begins(months[i].french)) continue;
    if (found != 0) return 0;
    found = static_cast<int>(i) + 1;
  }
  return found;
}

// Of a token; 0: it is no number of so many digits.
int number_in(const Token& token, std::size_t fewest, std::size_t most) {
  const std::string& text = token.text;
  if (text.size() < fewest || text.size() > most ||
      !std::all_of(text.begin(), text.end(), is_digit))
    return 0;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

int year_in(const Token& token) { return number_in(token, 4, 4); }
int day_in(const Token& token) { return number_in(token, 1, 2); }

std::string padded(int number, std::size_t digits) {
  std::string text = json::decimal(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

// As a document has it; empty where there is no such day.
std::string written(int year, int month, int day) {
  std::string date = padded(year, 4);
  if (month > 0) date += '-' + padded(month, 2);
  if (day > 0) date += '-' + padded(day, 2);
  return read_date(date) ? date : std::string();
}

bool is_between(const Token& token) {
  return token.text == "/" || token.text == "." || token.text == "-";
}

// "31/01/2024" and "2024-01-31", of which the marks are the same.
Dated in_numbers(const std::vector<Token>& tokens) {
  if (tokens.size() < 5 || !is_between(tokens[1]) || tokens[1].text != tokens[3].text) return {};
  int year = year_in(tokens[4]);
  int month = day_in(tokens[2]);
  int day = day_in(tokens[0]);
  if (year_in(tokens[0]) != 0) {
    year = year_in(tokens[0]);
    day = day_in(tokens[4]);
  } else if (month > 12 && day <= 12) {
    std::swap(month, day);
  }
  if (year == 0 || month == 0 || day == 0) return {};
  return {written(year, month, day), tokens[4].end};
}

bool follow_each_other(const Token& one, const Token& other) {
  return other.end == one.end + other.text.size();
}

// "01/2024", "01.2024" and "2024-01"; "1. 2024" is the first of a list.
Dated month_in_numbers(const std::vector<Token>& tokens) {
  if (tokens.size() < 3 || !is_between(tokens[1])) return {};
  const bool year_first = year_in(tokens[0]) != 0;
  const int year = year_in(tokens[year_first ? 0 : 2]);
  const int month = day_in(tokens[year_first ? 2 : 0]);
  const bool is_one =
      follow_each_other(tokens[0], tokens[1]) && follow_each_other(tokens[1], tokens[2]);
  if (year == 0 || month == 0 || (tokens[1].text == "." && !is_one)) return {};
  return {written(year, month, 0), tokens[2].end};
}

// Without what stands behind a number, as in "1er" and "31st", and without what stands between.
std::vector<Token> plain(const std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 8> fillers{"er", "st", "nd", "rd", "th", "of", ",", "."};
  std::vector<Token> left;
  for (const Token& token : tokens) {
    const bool fills = std::find(fillers.begin(), fillers.end(), token.text) != fillers.end();
    if (!fills) left.push_back(token);
  }
  return left;
}

// "31 janvier 2024", "January 31, 2024", "janvier 2024".
Dated in_words(const std::vector<Token>& all) {
  const std::vector<Token> tokens = plain(all);
  if (tokens.size() < 2) return {};
  if (const int month = month_named(tokens[0].text); month != 0) {
    const bool has_day = tokens.size() > 2 && day_in(tokens[1]) != 0;
    const Token& last = tokens[has_day ? 2 : 1];
    if (year_in(last) == 0) return {};
    return {written(year_in(last), month, has_day ? day_in(tokens[1]) : 0), last.end};
  }
  const int month = month_named(tokens[1].text);
  if (month == 0 || day_in(tokens[0]) == 0 || tokens.size() < 3 || year_in(tokens[2]) == 0)
    return {};
  return {written(year_in(tokens[2]), month, day_in(tokens[0])), tokens[2].end};
}

Dated year_alone(const std::vector<Token>& tokens) {
  if (tokens.empty() || year_in(tokens[0]) == 0) return {};
  return {written(year_in(tokens[0]), 0, 0), tokens[0].end};
}

}  // namespace

Dated date_at(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text, 6);
  for (const auto read : {in_numbers, in_words, month_in_numbers, year_alone}) {
    Dated dated = read(tokens);
    if (!dated.date.empty()) return dated;
  }
  return {};
}

std::string date(std::string_view text) {
  const std::string_view whole = trimmed(text);
  Dated dated = date_at(whole);
  return dated.bytes == whole.size() && dated.bytes > 0 ? dated.date : std::string(text);
}

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
      at == whole.size() || (whole[at] == ' ' && std::all_of(rest.begin(), rest.end(), is_letter));
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
    if (is_letter(c) || is_digit(c)) {
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
