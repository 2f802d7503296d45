#include <form/postcode.hpp>
#include <language/utf8.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_unknown = 12;

// By country: its forms, separated by '|', from the addressing sheets of the Universal Postal
// Union, and an example. 9: a digit; n: a digit other than 0; A: a letter; e: a letter of those in
// Irish postcodes; E: one of them or a digit; other characters stand for themselves.
constexpr std::string_view known = R"(
AT:9999:1010
BE:9999:1000
BG:9999:1000
CH:9999:3003
CY:9999:1010
CZ:999 99:110 00
DE:99999:10115
DK:9999:1050
EE:99999:10111
ES:0n999|19999|29999|39999|49999|50999|51999|52999:28013
FI:99999:00100
FR:99999:75011
GB:A9 9AA|A99 9AA|A9A 9AA|AA9 9AA|AA99 9AA|AA9A 9AA|GIR 0AA:SW1A 1AA
GR:999 99:105 57
HR:99999:10000
HU:9999:1011
IE:e99 EEEE|D6W EEEE:D02 X285
IT:99999:00184
LI:9999:9490
LT:99999:01100
LU:9999:1009
LV:LV-9999:LV-1050
MC:98099:98000
MT:AAA 9999|AAA 999|AAA 99:VLT 1117
NL:9999 AA:1012 JS
NO:9999:0150
PL:99-999:00-950
PT:9999-999|9999:1100-148
RO:999999:010011
SE:999 99:111 22
SI:9999:1000
SK:999 99:811 01
TR:99999:06420
UA:99999:01001
)";

struct CountryForms {
  std::string_view forms;
  std::string_view example;
};

// Both empty where the country's form is not known.
CountryForms forms_of(std::string_view country) {
  std::string begin = "\n";
  begin += country;
  begin += ':';
  const std::size_t at = known.find(begin);
  if (at == std::string_view::npos) return {};
  std::string_view line = known.substr(at + begin.size());
  line = line.substr(0, line.find('\n'));
  const std::size_t colon = line.find(':');
  return {line.substr(0, colon), line.substr(colon + 1)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Letters in capitals, without spaces, dashes and dots.
std::string compact(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c == ' ' || c == '-' || c == '.') continue;
    letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return letters;
}

bool fits(char c, char form) {
  switch (form) {
    case '9':
      return is_digit(c);
    case 'A':
      return is_capital(c);
    case 'n':
      return c >= '1' && c <= '9';
    case 'e':
      return is_capital(c) && std::string_view("BGIJLMOQSUZ").find(c) == std::string_view::npos;
    case 'E':
      return is_digit(c) || fits(c, 'e');
    default:
      return c == form;
  }
}

std::optional<std::string> written_as(std::string_view form, std::string_view letters) {
  std::string postcode;
  for (const char f : form) {
    if (f == ' ' || f == '-') {
      postcode += f;
      continue;
    }
    if (letters.empty() || !fits(letters.front(), f)) return std::nullopt;
    postcode += letters.front();
    letters.remove_prefix(1);
  }
  if (!letters.empty()) return std::nullopt;
  return postcode;
}

std::optional<std::string> match(std::string_view forms, std::string_view letters) {
  while (true) {
    const std::size_t bar = forms.find('|');
    if (auto postcode = written_as(forms.substr(0, bar), letters)) return postcode;
    if (bar == std::string_view::npos) return std::nullopt;
    forms.remove_prefix(bar + 1);
  }
}

// "F-75011", "SE-111 22", "1050" for "LV-1050": people write the country's letters or leave them
// out.
std::string with_other_prefix(std::string_view letters, std::string_view country) {
  if (country == "LV") return "LV" + std::string(letters);
  const std::size_t first_digit = letters.find_first_of("0123456789");
  const std::string_view prefix = letters.substr(0, first_digit);
  const bool is_prefix = prefix == country || (prefix.size() == 1 && prefix[0] == country[0]);
  if (!is_prefix || first_digit == std::string_view::npos) return {};
  return std::string(letters.substr(first_digit));
}

}  // namespace

std::optional<std::string> read_postcode(std::string_view cleaned, std::string_view country) {
  const std::string_view forms = forms_of(country).forms;
  if (forms.empty()) {
    if (cleaned.empty() || length_of(cleaned) > most_unknown) return std::nullopt;
    return std::string(cleaned);
  }
  const std::string letters = compact(cleaned);
  if (auto postcode = match(forms, letters)) return postcode;
  const std::string other = with_other_prefix(letters, country);
  return other.empty() ? std::nullopt : match(forms, other);
}

std::string_view postcode_example(std::string_view country) { return forms_of(country).example; }

}  // namespace petition_box
