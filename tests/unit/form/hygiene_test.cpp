#include <unit/catch.hpp>

#include <random>
#include <string>

#include <form/hygiene.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box {
namespace {

using namespace std::string_literals;

const IcuPlatform platform;

TEST_CASE("form: what was typed is cleaned of what nobody meant to type") {
  struct Row {
    std::string what;
    std::string typed;
    std::string cleaned;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"blanks around", "  Zoë \t", "Zoë"},
      {"blanks within", "Anne   Marie\u00a0\u202fDupont", "Anne Marie Dupont"},
      {"every kind of blank",
       "a\tb\nc\vd\fe\rf\u0085g\u1680h\u2000i\u200aj\u2028k\u2029l\u202fm\u205fn\u3000o",
       "a b c d e f g h i j k l m n o"},
      {"only blanks", " \u00a0\u3000\t", ""},
      {"a letter and its accent", "Zoe\u0308", "Zoë"},
      {"a control character", "Z\x01o\x1fë\x7f\u0080\u009f", "Zoë"},
      {"a null", "Zo\0ë"s, "Zoë"},
      {"a byte order mark", "\ufeffZoë\ufeff", "Zoë"},
      {"a zero-width space", "Zo\u200bë", "Zoë"},
      {"a soft hyphen", "Zo\u00ad\u00ebl", "Zoël"},
      {"marks of direction", "\u200eZ\u200fo\u202aë\u202e\u2066l\u2069\u061c", "Zoël"},
      {"non-characters", "Z\uffff\ufffe\ufdd0\ufdefoë\U0001fffe\U0010ffff", "Zoë"},
      {"joiners stay: scripts need them", "नि\u200dधि می\u200cخواهم", "नि\u200dधि می\u200cخواهم"},
      {"compatible letters stay as they are", "ﬁ Ⅳ ＡＢ", "ﬁ Ⅳ ＡＢ"},
      {"an emoji", "Zoë 🖊️", "Zoë 🖊️"},
      {"a mark between a letter and its accent", "Zoe\u200b\u0308", "Zoë"},
  };
  for (const auto& [what, typed, cleaned] : rows) {
    CAPTURE(what);
    CHECK(clean_line(typed, platform) == cleaned);
  }
}

TEST_CASE("form: a comment keeps its lines, at most one of them empty in a row") {
  struct Row {
    std::string typed;
    std::string cleaned;
  };
  const Row rows[] = {{"one\ntwo", "one\ntwo"},
                      {"one\r\ntwo", "one\ntwo"},
                      {"one \t\n  two", "one\ntwo"},
                      {"one\n\ntwo", "one\n\ntwo"},
                      {"one\n \n\r\n\n two", "one\n\ntwo"},
                      {"\n\none\n\n", "one"},
                      {"one  two", "one two"}};
  for (const auto& [typed, cleaned] : rows) {
    CAPTURE(typed);
    CHECK(clean_lines(typed, platform) == cleaned);
  }
  CHECK(clean_line("one\ntwo", platform) == "one two");
}

TEST_CASE("form: bytes that are not UTF-8 are dropped") {
  for (const std::string bytes :
       {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xF0\x9F\x96"}) {
    CAPTURE(bytes);
    CHECK(clean_line("Zo" + bytes + "ë", platform) == "Zoë");
    CHECK(clean_line("Zoë" + bytes, platform) == "Zoë");
  }
}

TEST_CASE("form: cleaning what is clean changes nothing") {
  const std::string pieces[] = {"e",      "\u0301", "\u0308", "\u0323", " ",      "\u200b", "\n",
                                "\u200d", "\u3000", "\u1112", "\u1161", "\u11ab", "\u212a", "\r",
                                "\u202e", "\xFF",   "\xE2",   "\u0344", "\u2000", "א",      "x"};
  std::mt19937 random(1901);
  for (int round = 0; round < 5000; ++round) {
    std::string typed;
    for (int i = 0; i < 8; ++i) typed += pieces[random() % std::size(pieces)];
    CAPTURE(typed);
    const std::string line = clean_line(typed, platform);
    REQUIRE(clean_line(line, platform) == line);
    REQUIRE(platform.composed(line) == line);
    const std::string lines = clean_lines(typed, platform);
    REQUIRE(clean_lines(lines, platform) == lines);
  }
}

TEST_CASE("form: the length of a text is counted in code points") {
  CHECK(length_of("") == 0);
  CHECK(length_of("Zoë") == 3);
  CHECK(length_of("日本") == 2);
  CHECK(length_of("🖊") == 1);
}

}  // namespace
}  // namespace petition_box
