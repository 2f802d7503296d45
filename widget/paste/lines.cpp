#include <array>
#include <cstddef>
#include <cstdint>

#include <paste/lines.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

bool is_blank(std::uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0xFEFF;
}

bool ends_line(std::uint32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

// U+00C0 to U+017F: what each is without its accent; a dot where it is no letter with one.
constexpr std::string_view bases =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll."
    ".llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.";

struct Pair {
  std::uint32_t code_point;
  std::string_view letters;
};

constexpr std::array<Pair, 6> pairs{
    {{0xC6, "ae"}, {0xE6, "ae"}, {0xDF, "ss"}, {0x152, "oe"}, {0x153, "oe"}, {0x2019, "'"}}};

void append_folded(std::string& text, std::uint32_t c) {
  for (const Pair& pair : pairs) {
    if (pair.code_point == c) {
      text += pair.letters;
      return;
    }
  }
  if (is_blank(c)) {
    text += ' ';
  } else if (c >= 'A' && c <= 'Z') {
    text += static_cast<char>(c - 'A' + 'a');
  } else if (c >= 0xC0 && c - 0xC0 < bases.size() && bases[c - 0xC0] != '.') {
    text += bases[c - 0xC0];
  } else {
    append_code_point(text, c);
  }
}

// Bytes of the bullet or dash that the line begins with; 0: none.
std::size_t bullet_at(std::string_view line) {
  const CodePoint c = first_code_point(line);
  constexpr std::array<std::uint32_t, 8> bullets{'-',    '*',    0x2022, 0x2013,
                                                 0x2014, 0x25AA, 0x25CF, 0xB7};
  for (const std::uint32_t bullet : bullets) {
    if (c.value == bullet) return c.bytes;
  }
  return 0;
}

// Bytes of the number or letter with its mark.
std::size_t number_at(std::string_view line) {
  std::size_t end = 0;
  for (int digits = 0; digits < 2; ++digits) {
    const CodePoint c = first_code_point(line.substr(end));
    if (digit_of(c.value) == 0) break;
    end += c.bytes;
  }
  const bool is_letter = end == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'h';
  if (is_letter) end = 1;
  if (end == 0 || end == line.size()) return 0;
  const CodePoint mark = first_code_point(line.substr(end));
  const bool is_mark =
      mark.value == ')' ||
      (!is_letter && (mark.value == '/' || mark.value == '.' || mark.value == 0xB0));
  return is_mark ? end + mark.bytes : 0;
}

}  // namespace

// https://www.unicode.org/charts/PDF/U0600.pdf: the Arabic-Indic digits, and their extended forms.
char digit_of(std::uint32_t code_point) {
  for (const std::uint32_t zero : {0x30U, 0x660U, 0x6F0U}) {
    if (code_point >= zero && code_point <= zero + 9)
      return static_cast<char>('0' + (code_point - zero));
  }
  return 0;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (!is_blank(c.value)) break;
    text.remove_prefix(c.bytes);
  }
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = first_code_point(text.substr(at));
    at += c.bytes;
    if (!is_blank(c.value)) end = at;
  }
  return text.substr(0, end);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const bool is_end = at == text.size();
    const CodePoint c = is_end ? CodePoint{'\n', 1, true} : first_code_point(text.substr(at));
    if (ends_line(c.value)) {
      const std::string_view line = trimmed(text.substr(begin, at - begin));
      if (!line.empty()) lines.push_back(line);
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  return lines;
}

std::string_view without_list_mark(std::string_view line) {
  const std::size_t number = number_at(line);
  const std::size_t mark = number > 0 ? number : bullet_at(line);
  if (mark == 0) return line;
  const std::string_view rest = line.substr(mark);
  const std::string_view item = trimmed(rest);
  // "1.5 million" and "-40" are no items of a list; "1/Text" is one.
  const bool is_apart = item.size() < rest.size();
  const bool is_fraction = !item.empty() && digit_of(first_code_point(item).value) != 0;
  if (item.empty() || (!is_apart && (is_fraction || number == 0))) return line;
  return item;
}

std::string folded(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    append_folded(all, c.value);
    text.remove_prefix(c.bytes);
  }
  return all;
}

}  // namespace petition_box
