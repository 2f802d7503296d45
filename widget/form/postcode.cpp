#include <algorithm>

#include <form/plain.hpp>
#include <form/postcode.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_unknown = 12;

// By country: its forms, separated by '|', from the addressing sheets of the Universal Postal
// Union, an example, and what people write before it, where that is neither the country's code nor
// the first letter of it. In a form, 9: a digit; n: a digit other than 0; A: a letter; e: a letter
// of those in Irish postcodes; x: one of them or a digit; ~: what comes after it is left out, as
// the office that sorts the letters of firms; other characters stand for themselves.
constexpr std::string_view known = R"(
AT:9999:1010
BE:9999:1000
BG:9999:1000
CH:9999:3003
CY:9999:1010
CZ:999 99:110 00
DE:99999:10115
DK:9999:1050
EE:99999:10111:EST
ES:0n999|19999|29999|39999|49999|50999|51999|52999:28013
FI:99999:00100:FIN
FR:99999|99999~CEDEX|99999~CEDEX9|99999~CEDEX99:75011
GB:A9 9AA|A99 9AA|A9A 9AA|AA9 9AA|AA99 9AA|AA9A 9AA|GIR 0AA:SW1A 1AA:UK
GR:999 99:105 57:EL
HR:99999:10000
HU:9999:1011
IE:e99 xxxx|D6W xxxx:D02 X285:IRL
IT:99999:00184
LI:9999:9490:FL
LT:99999:01100
LU:9999:1009
LV:LV-9999:LV-1050
MC:98099|98099~CEDEX:98000
MT:AAA 9999|AAA 999|AAA 99:VLT 1117
NL:9999 AA:1012 JS
NO:9999:0150
PL:99-999:00-950
PT:9999-999|9999:1100-148
RO:999999:010011
SE:999 99:111 22
SI:9999:1000:SLO
SK:999 99:811 01
TR:99999:06420
UA:99999:01001
)";

struct CountryForms {
  std::string_view forms;
  std::string_view example;
  std::string_view prefix;
};

// All empty where the country's form is not known.
CountryForms forms_of(std::string_view country) {
  std::string begin = "\n";
  begin += country;
  begin += ':';
  const std::size_t at = known.find(begin);
  if (at == std::string_view::npos) return {};
  std::string_view line = known.substr(at + begin.size());
  line = line.substr(0, line.find('\n'));
  const std::string_view forms = line.substr(0, line.find(':'));
  line.remove_prefix(std::min(forms.size() + 1, line.size()));
  const std::string_view example = line.substr(0, line.find(':'));
  line.remove_prefix(std::min(example.size() + 1, line.size()));
  return {forms, example, line};
}

// Letters in capitals and digits, without punctuation. What else there is stays, and fits
// no form.
std::string compact(std::string_view text) {
  std::string letters;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (is_small(text[0])) {
      letters += static_cast<char>(text[0] - 'a' + 'A');
    } else if (std::string_view(" -.,:;()[]<>'\"").find(text[0]) == std::string_view::npos) {
      letters += text.substr(0, c.bytes);
    }
    text.remove_prefix(c.bytes);
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
    case 'x':
      return is_digit(c) || fits(c, 'e');
    default:
      return c == form;
  }
}

// Empty where it does not fit.
std::string written_as(std::string_view form, std::string_view letters) {
  std::string postcode;
  std::size_t most = std::string::npos;
  for (const char f : form) {
    if (f == '~') {
      most = postcode.size();
    } else if (f == ' ' || f == '-') {
      postcode += f;
    } else if (letters.empty() || !fits(letters.front(), f)) {
      return {};
    } else {
      postcode += letters.front();
      letters.remove_prefix(1);
    }
  }
  if (!letters.empty()) return {};
  return postcode.substr(0, most);
}

// As the first of the forms that fits; empty where none does.
std::string match(std::string_view forms, std::string_view letters) {
  std::string postcode;
  while (postcode.empty() && !forms.empty()) {
    const std::string_view form = forms.substr(0, forms.find('|'));
    postcode = written_as(form, letters);
    forms.remove_prefix(std::min(form.size() + 1, forms.size()));
  }
  return postcode;
}

}  // namespace

std::string read_postcode(std::string_view cleaned, std::string_view country) {
  const auto [forms, example, prefix] = forms_of(country);
  if (forms.empty()) {
    return std::string(length_of(cleaned) > most_unknown ? std::string_view() : cleaned);
  }
  const std::string letters = compact(with_plain_digits(plain(cleaned)));
  // "F-75011", "SE-111 22", "1050" for "LV-1050": people write the country's letters or leave them
  // out.
  for (const std::string_view before :
       {std::string_view(), prefix, country, country.substr(0, 1)}) {
    if (letters.compare(0, before.size(), before) != 0) continue;
    std::string postcode = match(forms, std::string_view(letters).substr(before.size()));
    if (!postcode.empty()) return postcode;
  }
  return country == "LV" ? match(forms, "LV" + letters) : std::string();
}

std::string_view postcode_example(std::string_view country) { return forms_of(country).example; }

}  // namespace petition_box
