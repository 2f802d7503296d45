#include <unit/catch.hpp>

#include <random>
#include <string>

#include <form/hygiene.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box {
namespace {

using namespace std::string_literals;

const IcuPlatform platform;

std::string told(const Cleaned& cleaned) {
  return cleaned.fault == nullptr ? cleaned.text : cleaned.text + "[" + cleaned.fault + "]";
}

std::string clean_line(const std::string& typed) { return told(clean_line(typed, platform)); }
std::string clean_lines(const std::string& typed) { return told(clean_lines(typed, platform)); }

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
    CHECK(clean_line(typed) == cleaned);
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
    CHECK(clean_lines(typed) == cleaned);
  }
  CHECK(clean_line("one\ntwo") == "one two");
}

TEST_CASE("form: bytes that are not UTF-8 are refused, and never dropped") {
  for (const std::string bytes :
       {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xF0\x9F\x96"}) {
    CAPTURE(bytes);
    CHECK(clean_line("Zo" + bytes + "ë") == "[encoding]");
    CHECK(clean_line("Zoë" + bytes) == "[encoding]");
    CHECK(clean_lines(bytes) == "[encoding]");
  }
}

TEST_CASE("form: cleaning what is clean changes nothing") {
  const std::string pieces[] = {"e",      "\u0301", "\u0308", "\u0323", " ",      "\u200b", "\n",
                                "\u200d", "\u3000", "\u1112", "\u1161", "\u11ab", "\u212a", "\r",
                                "\u202e", "\u2060", "\u3164", "\u0344", "\u2000", "א",      "x"};
  std::mt19937 random(1901);
  for (int round = 0; round < 5000; ++round) {
    std::string typed;
    for (int i = 0; i < 8; ++i) typed += pieces[random() % std::size(pieces)];
    CAPTURE(typed);
    const std::string line = clean_line(typed);
    REQUIRE(clean_line(line) == line);
    REQUIRE(platform.composed(line) == line);
    const std::string lines = clean_lines(typed);
    REQUIRE(clean_lines(lines) == lines);
  }
}

TEST_CASE("form: a letter has at most 30 marks, and is refused with more, never altered") {
  const auto marks = [](std::size_t count, const std::string& mark) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += mark;
    return all;
  };
  // Latin, Hebrew, Arabic, Devanagari, tones of music: each script has its own.
  for (const std::string mark : {"\u0323", "\u05b7", "\u064e", "\u093c", "\U0001d165"}) {
    CAPTURE(mark);
    CHECK(clean_line("x" + marks(30, mark) + "y") == "x" + marks(30, mark) + "y");
    CHECK(clean_line("x" + marks(31, mark) + "y") == "[marks]");
    CHECK(clean_lines("x\n" + marks(31, mark)) == "[marks]");
    // Neither a soft hyphen nor a blank between them is more than a way around it.
    CHECK(clean_line("x" + marks(16, mark) + "\u00ad" + marks(16, mark)) == "[marks]");
  }
  // One that falls into two.
  CHECK(clean_line("q" + marks(15, "\u0344")) == "q" + marks(15, "\u0308\u0301"));
  CHECK(clean_line("x" + marks(16, "\u0344")) == "[marks]");
  CHECK(clean_line("x" + marks(30, "\u0323") + "y" + marks(30, "\u0323")) != "[marks]");
}

TEST_CASE("form: a text in which nothing can be seen is empty") {
  for (const std::string typed :
       {"\u3164",       "\u2800",       "\u2060",   "\u115f\u1160", "\uffa0",     "\u180e",
        "\u034f",       "\u17b4\u17b5", "\ufe0f",   "\U000e0100",   "\U000e0041", "\u200d",
        "\u200c\u200c", "\u0301",       " \u0301 ", "\ue000",       "\U000f0000", "\u2064",
        "\U0001d159",   "\U0001d173",   "\ufffc",   "\u206a"}) {
    CAPTURE(typed);
    CHECK(clean_line(typed).empty());
    CHECK(clean_lines(typed + "\n" + typed).empty());
    CHECK(clean_line("é" + typed).substr(0, 1) != "");
  }
}

}  // namespace
}  // namespace petition_box
