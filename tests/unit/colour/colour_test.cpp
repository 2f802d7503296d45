#include <string>

#include <colour/colour.hpp>
#include <unit/catch.hpp>

namespace petition_box {
namespace {

TEST_CASE("A colour is read in three or six hexadecimal digits, and from nothing else") {
  for (const std::string colour : {"#000", "#fFf", "#09aFbC", "#ABCDEF"}) {
    CAPTURE(colour);
    CHECK(read_colour(colour));
  }
  for (const std::string colour : {"",           "#",
                                   "#0",         "#00",
                                   "#0000",      "#00000",
                                   "#0000000",   "#00000000",
                                   "000",        "000000",
                                   "#00g",       "#00000g",
                                   "# 00",       "#00 ",
                                   " #000",      "#000;",
                                   "#000}*{",    "red",
                                   "#-00",       "#+00",
                                   "#0x0",       "#\xd9\xa0\xd9\xa0",
                                   "rgb(0,0,0)", "var(--a)",
                                   "url(//a)",   "#000\n",
                                   "\n#000",     "##00"}) {
    CAPTURE(colour);
    CHECK_FALSE(read_colour(colour));
  }
  for (int c = 0; c < 256; ++c) {
    const bool is_digit =
        c < 128 &&
        std::string("0123456789abcdefABCDEF").find(static_cast<char>(c)) != std::string::npos;
    CAPTURE(c);
    CHECK(read_colour(std::string("#0") + static_cast<char>(c) + "0").has_value() == is_digit);
  }
}

TEST_CASE("A colour is written in six digits") {
  CHECK(read_colour("#fA0") == Colour{255, 170, 0});
  std::string text = "color:";
  write_colour({255, 170, 0}, text);
  write_colour({0, 9, 16}, text);
  CHECK(text == "color:#ffaa00#000910");
}

}  // namespace
}  // namespace petition_box
