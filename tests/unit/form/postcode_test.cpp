#include <unit/catch.hpp>

#include <string>

#include <document/country.hpp>
#include <form/hygiene.hpp>
#include <form/postcode.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box {
namespace {

std::string read(const std::string& country, const std::string& typed) {
  const std::string postcode = read_postcode(typed, country);
  return postcode.empty() ? "none" : postcode;
}

TEST_CASE("form: a postcode is written as its country writes it") {
  struct Row {
    std::string country;
    std::string typed;
    std::string written;
  };
  const Row rows[] = {
      {"FR", "75011", "75011"},       {"FR", "75 011", "75011"},
      {"FR", "F-75011", "75011"},     {"FR", "20000", "20000"},
      {"FR", "97400", "97400"},       {"BE", "1000", "1000"},
      {"BE", "B-1000", "1000"},       {"LU", "L-1009", "1009"},
      {"CH", "CH-3003", "3003"},      {"AT", "A-1010", "1010"},
      {"DK", "DK-1050", "1050"},      {"HU", "H-1011", "1011"},
      {"BG", "1000", "1000"},         {"CY", "1010", "1010"},
      {"SI", "SI-1000", "1000"},      {"DE", "10115", "10115"},
      {"DE", "D-10115", "10115"},     {"IT", "00184", "00184"},
      {"EE", "10111", "10111"},       {"LT", "LT-01100", "01100"},
      {"FI", "FI-00100", "00100"},    {"HR", "HR-10000", "10000"},
      {"UA", "01001", "01001"},       {"TR", "06420", "06420"},
      {"ES", "28013", "28013"},       {"ES", "01001", "01001"},
      {"ES", "52006", "52006"},       {"NL", "1234ab", "1234 AB"},
      {"NL", "1012 JS", "1012 JS"},   {"NL", "nl-1012js", "1012 JS"},
      {"SE", "11122", "111 22"},      {"SE", "SE-111 22", "111 22"},
      {"CZ", "11000", "110 00"},      {"SK", "81101", "811 01"},
      {"GR", "10557", "105 57"},      {"PL", "00950", "00-950"},
      {"PL", "00 - 950", "00-950"},   {"PT", "1100148", "1100-148"},
      {"PT", "1100", "1100"},         {"RO", "010011", "010011"},
      {"LV", "1050", "LV-1050"},      {"LV", "lv 1050", "LV-1050"},
      {"MT", "vlt1117", "VLT 1117"},  {"MT", "VLT 117", "VLT 117"},
      {"MT", "VLT 17", "VLT 17"},     {"IE", "d02x285", "D02 X285"},
      {"IE", "D6W XY00", "D6W XY00"}, {"GB", "sw1a1aa", "SW1A 1AA"},
      {"GB", "M1 1AE", "M1 1AE"},     {"GB", "B338TH", "B33 8TH"},
      {"GB", "CR2 6XH", "CR2 6XH"},   {"GB", "DN55 1PT", "DN55 1PT"},
      {"GB", "W1A 0AX", "W1A 0AX"},   {"GB", "gir0aa", "GIR 0AA"},
      {"MC", "98000", "98000"},       {"LI", "9490", "9490"},
      {"NO", "0150", "0150"},
  };
  for (const auto& [country, typed, written] : rows) {
    CAPTURE(country, typed);
    CHECK(read(country, typed) == written);
    CHECK(read(country, written) == written);
  }
}

TEST_CASE("form: a postcode is understood as people write it") {
  struct Row {
    std::string country;
    std::string typed;
    std::string written;
  };
  const Row rows[] = {
      {"GB", "(SW1A 1AA)", "SW1A 1AA"},
      {"GB", "SW1A\u20131AA", "SW1A 1AA"},
      {"GB", "SW1A 1AA.", "SW1A 1AA"},
      {"GB", "GB-SW1A 1AA", "SW1A 1AA"},
      {"GB", "UK SW1A 1AA", "SW1A 1AA"},
      {"GB", "G1 1AA", "G1 1AA"},
      {"GB", "\uff33\uff37\uff11\uff21 \uff11\uff21\uff41", "SW1A 1AA"},
      {"PL", "00\u2013950", "00-950"},
      {"PL", "PL 00\u2212950", "00-950"},
      {"PT", "1100\u2011148", "1100-148"},
      {"PT", "P-1100-148", "1100-148"},
      {"DE", "\uff11\uff10\uff11\uff11\uff15", "10115"},
      {"DE", "\u0661\u0660\u0661\u0661\u0665", "10115"},
      {"DE", "\u06f1\u06f0\u06f1\u06f1\u06f5", "10115"},
      {"DE", "\u0967\u0966\u0967\u0967\u096b", "10115"},
      {"DE", "\u09e7\u09e6\u09e7\u09e7\u09eb", "10115"},
      {"DE", "\u0be7\u0be6\u0be7\u0be7\u0beb", "10115"},
      {"DE", "\u0e51\u0e50\u0e51\u0e51\u0e55", "10115"},
      {"DE", "\u0de7\u0de6\u0de7\u0de7\u0deb", "10115"},
      {"DE", "10115,", "10115"},
      {"DE", "\u201e10115\u201c", "10115"},
      {"FI", "FIN-00100", "00100"},
      {"FI", "FI\u201300100", "00100"},
      {"FI", "F-00100", "00100"},
      {"GR", "EL-105 57", "105 57"},
      {"GR", "GR-10557", "105 57"},
      {"FR", "75007 CEDEX 05", "75007"},
      {"FR", "75007 Cedex", "75007"},
      {"FR", "F-75007 cedex 5", "75007"},
      {"MC", "98000 CEDEX", "98000"},
      {"EE", "EST-10111", "10111"},
      {"SI", "SLO-1000", "1000"},
      {"LI", "FL-9490", "9490"},
      {"IE", "IE D02 X285", "D02 X285"},
      {"IE", "IRL-D02 X285", "D02 X285"},
      {"SE", "S-111 22", "111 22"},
      {"NO", "N-0150", "0150"},
      {"CY", "CY-1010", "1010"},
      {"MT", "M-VLT 1117", "VLT 1117"},
      {"MT", "MT VLT 1117", "VLT 1117"},
      {"NL", "1234AB", "1234 AB"},
      {"NL", "1012\u2009js", "1012 JS"},
      {"CZ", "CZ-110\u00a000", "110 00"},
      {"LV", "lv\u20131050", "LV-1050"},
      {"LV", "\uff11\uff10\uff15\uff10", "LV-1050"},
      {"IT", "I-00184", "00184"},
      {"ES", "E-28013", "28013"},
  };
  for (const auto& [country, typed, written] : rows) {
    CAPTURE(country, typed);
    CHECK(read(country, clean_line(typed, IcuPlatform()).text) == written);
  }
}

TEST_CASE("form: a postcode that its country does not have is refused") {
  struct Row {
    std::string country;
    std::string typed;
  };
  const Row rows[] = {
      {"FR", "7501"},
      {"FR", "750111"},
      {"FR", "2A004"},
      {"FR", "E-75011"},
      {"FR", "٧٥٠١"},
      {"FR", "75011 Paris"},
      {"FR", "-"},
      {"FR", "F"},
      {"BE", "100"},
      {"BE", "10000"},
      {"DE", "1011"},
      {"ES", "53000"},
      {"ES", "00123"},
      {"ES", "99999"},
      {"NL", "1012"},
      {"NL", "1012 J"},
      {"NL", "10123 JS"},
      {"PL", "0095"},
      {"PT", "110"},
      {"PT", "11001"},
      {"LV", "105"},
      {"LV", "LT-1050"},
      {"MT", "VLT 1"},
      {"MT", "V 1117"},
      {"IE", "D02 X28"},
      {"IE", "D02 B285"},
      {"IE", "B02 X285"},
      {"IE", "D6X XY00"},
      {"GB", "SW1A"},
      {"GB", "1AA SW1A"},
      {"GB", "GIR 1AA"},
      {"MC", "98100"},
      {"FR", "75007 CEDEX 123"},
      {"FR", "CEDEX 05"},
      {"FR", "75007 CEDEX A"},
      {"DE", "10115 CEDEX"},
      {"FR", "FIN-75011"},
      {"FR", "75011\u2460"},
      {"FR", "7501O"},
      {"FR", "75/011"},
      {"GB", "UK"},
      {"FR", "()"},
      {"SE", "FIN-11122"},
      {"DE", "\u09641011"},
      {"RO", "01001"},
      {"SE", "1112"},
      {"CH", "D-3003"},
  };
  for (const auto& [country, typed] : rows) {
    CAPTURE(country, typed);
    CHECK(read(country, typed) == "none");
  }
}

TEST_CASE("form: where the form is not known, a postcode has up to 12 characters") {
  CHECK(read("JP", "100-0001") == "100-0001");
  CHECK(read("", "SW1A 1AA") == "SW1A 1AA");
  CHECK(read("JP", "〒100-0001-22") == "〒100-0001-22");
  CHECK(read("JP", "〒100-0001-223") == "none");
  CHECK(read("JP", "") == "none");
  CHECK(postcode_example("JP").empty());
}

TEST_CASE("form: the example beside a mistake is a postcode of the country") {
  int known = 0;
  const std::string codes = country_codes();
  for (std::size_t i = 0; i < codes.size(); i += 2) {
    const std::string country = codes.substr(i, 2);
    const std::string example(postcode_example(country));
    if (example.empty()) continue;
    ++known;
    CAPTURE(country);
    CHECK(read(country, example) == example);
  }
  CHECK(known >= 34);
}

TEST_CASE("form: a country is one of ISO 3166-1, in capitals") {
  for (const std::string code : {"FR", "AX", "ZW", "XK"}) CHECK(is_country(code));
  // The second and third stand in the list across two of its codes.
  for (const std::string code : {"", "DA", "EA", "fr", "F", "FRA", "EU", "UK", "ZZ", "  "}) {
    CAPTURE(code);
    CHECK_FALSE(is_country(code));
  }
  CHECK(country_codes().size() == 250 * 2);
}

}  // namespace
}  // namespace petition_box
