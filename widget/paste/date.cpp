#include <algorithm>
#include <utility>
#include <vector>

#include <json/decimal.hpp>
#include <language/date.hpp>
#include <paste/date.hpp>
#include <paste/lines.hpp>
#include <paste/token.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::paste {
namespace {

constexpr std::size_t most_tokens = 10;

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
Dated in_numbers(const std::vector<Token>& tokens, const Months& /*unused*/) {
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
Dated month_in_numbers(const std::vector<Token>& tokens, const Months& /*unused*/) {
  if (tokens.size() < 3 || !is_between(tokens[1])) return {};
  const bool year_first = year_in(tokens[0]) != 0;
  const int year = year_in(tokens[year_first ? 0 : 2]);
  const int month = day_in(tokens[year_first ? 2 : 0]);
  const bool is_one =
      follow_each_other(tokens[0], tokens[1]) && follow_each_other(tokens[1], tokens[2]);
  if (year == 0 || month == 0 || (tokens[1].text == "." && !is_one)) return {};
  return {written(year, month, 0), tokens[2].end};
}

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
  bool year_first = false;
};

// Takes what the token says where nothing has said it yet; false: it says nothing that is missing.
bool take(const Token& token, const Months& months, Parts& parts) {
  const auto put = [](int& part, int found) {
    const bool is_new = part == 0 && found != 0;
    if (is_new) part = found;
    return is_new;
  };
  // A day never follows "January 2024".
  const bool is_whole = parts.month != 0 && parts.year != 0 && !parts.year_first;
  if (is_whole) return false;
  if (put(parts.year, year_in(token))) {
    parts.year_first = parts.month == 0;
    return true;
  }
  return put(parts.day, day_in(token)) || put(parts.month, months.named(token.text));
}

// "31 janvier 2024", "January 31, 2024", "2024 m. sausio 15 d.", "janvier 2024": in whatever order,
// and with what dates have between their parts. Behind them only what is shortened is theirs.
Dated in_words(const std::vector<Token>& tokens, const Months& months) {
  Parts parts;
  std::size_t end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool is_shortened = i + 1 < tokens.size() && tokens[i + 1].text == "." &&
                              follow_each_other(token, tokens[i + 1]);
    if (take(token, months, parts)) {
      end = token.end;
    } else if (!months.is_filler(token.text)) {
      break;
    } else if (end > 0 && is_letter(token.text[0]) && is_shortened) {
      end = tokens[i + 1].end;
    }
  }
  if (parts.year == 0 || parts.month == 0) return {};
  return {written(parts.year, parts.month, parts.day), end};
}

Dated year_alone(const std::vector<Token>& tokens, const Months& /*unused*/) {
  if (tokens.empty() || year_in(tokens[0]) == 0) return {};
  return {written(year_in(tokens[0]), 0, 0), tokens[0].end};
}

}  // namespace

Dated date_at(std::string_view text, const Months& months) {
  const std::vector<Token> tokens = tokens_of(text, most_tokens);
  for (const auto read : {in_numbers, in_words, month_in_numbers, year_alone}) {
    Dated dated = read(tokens, months);
    if (!dated.date.empty()) return dated;
  }
  return {};
}

std::string date(std::string_view text, const Months& months) {
  Dated dated = date_at(text, months);
  const std::vector<Token> rest = tokens_of(text.substr(dated.bytes), most_tokens);
  const bool is_whole = std::all_of(rest.begin(), rest.end(), [&](const Token& token) {
    return dated.date.size() > 4 && months.is_filler(token.text);
  });
  return dated.bytes > 0 && is_whole ? dated.date : std::string(text);
}

}  // namespace petition_box::paste
