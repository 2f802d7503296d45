#include <unit/catch.hpp>

#include <string>

#include <snippet/address.hpp>
#include <snippet/colour.hpp>
#include <snippet/snippet.hpp>

namespace petition_box {
namespace {

TEST_CASE("address: a query grows before the fragment, percent-encoded") {
  CHECK(with_query("/a", "accent", "#abc") == "/a?accent=%23abc");
  CHECK(with_query("/a?b=c", "lang", "fr") == "/a?b=c&lang=fr");
  CHECK(with_query("/a#b?c", "in", "frame") == "/a?in=frame#b?c");
  CHECK(with_query("", "a", "\"&<> \u00e9") == "?a=%22%26%3C%3E+%C3%A9");
}

TEST_CASE("address: only what is a language tag becomes a language") {
  CHECK(in_language("/sign", "pt-BR") == "/sign?lang=pt-BR");
  CHECK(in_language("/sign", "\"><b>") == "/sign");
  CHECK(in_language("/sign", "") == "/sign");
}

TEST_CASE("address: a form leads to its errors, in its language") {
  CHECK(form_address("/signatures", "fr") == "/signatures?lang=fr#pb-errors");
  CHECK(form_address("/signatures?key=1#top", "fr") == "/signatures?key=1&lang=fr#pb-errors");
  CHECK(form_address("", "fr").empty());
}

TEST_CASE("places: a reference endpoint has them all") {
  const Places places = places_at("https://box.example/", "bees", "0.1.0");
  CHECK(places.base == "https://box.example/embed/0.1.0/");
  CHECK(places.src == "https://box.example/petitions/bees");
  CHECK(places.endpoint == "https://box.example/petitions/bees/signatures");
  CHECK(places.sign_page == "https://box.example/petitions/bees/sign");
  CHECK(places.frame_page == "https://box.example/petitions/bees/frame");
  CHECK(places_at("https://box.example", "bees", "").base == "https://box.example/embed/");
  for (const std::string site : {"", "/"}) CHECK(places_at(site, "b", "").src == "/petitions/b");
}

TEST_CASE("colour: three or six hexadecimal digits, and nothing else") {
  for (const std::string colour : {"#000", "#fFf", "#09aFbC", "#ABCDEF"}) {
    CAPTURE(colour);
    CHECK(is_hex_colour(colour));
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
    CHECK_FALSE(is_hex_colour(colour));
  }
  for (int c = 0; c < 256; ++c) {
    const bool is_digit =
        c < 128 &&
        std::string("0123456789abcdefABCDEF").find(static_cast<char>(c)) != std::string::npos;
    CAPTURE(c);
    CHECK(is_hex_colour(std::string("#0") + static_cast<char>(c) + "0") == is_digit);
  }
}

}  // namespace
}  // namespace petition_box
