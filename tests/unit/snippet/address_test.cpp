#include <unit/catch.hpp>

#include <string>

#include <snippet/address.hpp>
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

}  // namespace
}  // namespace petition_box
