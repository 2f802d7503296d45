#include <document/country.hpp>

namespace petition_box {
namespace {

// The first letter of codes, and each second one that it has.
constexpr std::string_view letters =
    "ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST "
    "FIJKMOR GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY "
    "MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW "
    "SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW";

// Calls take(first, second) with the letters of each code, until it is true of one.
template <class Take>
bool any_code(const Take& take) {
  char first = ' ';
  for (const char letter : letters) {
    if (first == ' ' || letter == ' ') {
      first = letter;
    } else if (take(first, letter)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string country_codes() {
  std::string codes;
  any_code([&](char first, char second) {
    codes += first;
    codes += second;
    return false;
  });
  return codes;
}

bool is_country(std::string_view code) {
  return code.size() == 2 &&
         any_code([&](char first, char second) { return first == code[0] && second == code[1]; });
}

}  // namespace petition_box
