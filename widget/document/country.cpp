#include <document/country.hpp>

namespace petition_box {
namespace {

// The first letter of codes, and each second one that it has.
constexpr std::string_view letters =
    "ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST "
    "FIJKMOR GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY "
    "MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW "
    "SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW";

}  // namespace

std::string country_codes() {
  std::string codes;
  char first = ' ';
  for (const char letter : letters) {
    if (first == ' ' || letter == ' ') {
      first = letter;
    } else {
      codes += first;
      codes += letter;
    }
  }
  return codes;
}

bool is_country(std::string_view code) {
  const std::string codes = country_codes();
  for (std::size_t i = 0; i < codes.size(); i += 2) {
    if (codes.compare(i, 2, code) == 0) return true;
  }
  return false;
}

}  // namespace petition_box
