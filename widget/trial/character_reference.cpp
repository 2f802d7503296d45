#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <trial/character_reference.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

// The names of U+00A0 to U+00FF, in their order.
constexpr std::string_view latin_names =
    " nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
    " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave"
    " Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
    " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN"
    " szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave"
    " iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute"
    " ucirc uuml yacute thorn yuml ";

struct NamedCharacter {
  std::string_view name;
  std::uint32_t value;
};

constexpr std::array<NamedCharacter, 23> other_names{{
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"OElig", 0x152},  {"oelig", 0x153},   {"Scaron", 0x160}, {"scaron", 0x161}, {"ensp", 0x2002},
    {"emsp", 0x2003},  {"thinsp", 0x2009}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"sbquo", 0x201a},  {"ldquo", 0x201c}, {"rdquo", 0x201d}, {"bdquo", 0x201e},
    {"bull", 0x2022},  {"hellip", 0x2026}, {"euro", 0x20ac},
}};

std::optional<std::uint32_t> character_named(std::string_view name) {
  for (const NamedCharacter& one : other_names) {
    if (one.name == name) return one.value;
  }
  const std::size_t at = latin_names.find(' ' + std::string(name) + ' ');
  if (name.empty() || at == std::string_view::npos) return std::nullopt;
  const auto before = latin_names.substr(0, at);
  return 0xa0 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), ' '));
}

// What cannot be a character is U+FFFD.
std::optional<std::uint32_t> character_numbered(std::string_view number) {
  constexpr std::uint32_t most = 0x10ffff;
  const bool is_hexadecimal = !number.empty() && (number[0] == 'x' || number[0] == 'X');
  if (is_hexadecimal) number.remove_prefix(1);
  const std::string_view digits = is_hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
  if (number.empty()) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : number) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    const auto worth = static_cast<std::uint32_t>(digit < 16 ? digit : digit - 6);
    value = std::min(value * (is_hexadecimal ? 16 : 10) + worth, most + 1);
  }
  const bool is_surrogate = value >= 0xd800 && value <= 0xdfff;
  return value == 0 || value > most || is_surrogate ? 0xfffd : value;
}

}  // namespace

std::string with_characters(std::string_view text) {
  constexpr std::size_t longest = 12;
  std::string read;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('&'), text.size());
    read += text.substr(0, begin);
    text.remove_prefix(begin);
    const std::size_t end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos) {
      read += text.substr(0, 1);
      text.remove_prefix(std::min<std::size_t>(text.size(), 1));
      continue;
    }
    const std::string_view inner = text.substr(1, end - 1);
    const bool is_number = !inner.empty() && inner[0] == '#';
    const auto value = is_number ? character_numbered(inner.substr(1)) : character_named(inner);
    const std::size_t length = value ? end + 1 : 1;
    if (value) {
      append_code_point(read, *value);
    } else {
      read += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return read;
}

}  // namespace petition_box
