#include <unit/catch.hpp>

#include <string>

#include <language/catalogue.hpp>

namespace petition_box {
namespace {

std::string mistakes_in(const std::string& text) {
  const auto read = Catalogue::read("fr", text);
  const auto* mistakes = std::get_if<json::Mistakes>(&read);
  return mistakes == nullptr ? "no mistake" : json::describe(*mistakes);
}

TEST_CASE("language: a catalogue gives the text of a key") {
  const auto read = Catalogue::read("fr", R"({"sign": "Signer", "": "rien"})");
  const auto* catalogue = std::get_if<Catalogue>(&read);
  REQUIRE(catalogue != nullptr);
  CHECK(catalogue->tag() == "fr");
  REQUIRE(catalogue->find("sign") != nullptr);
  CHECK(*catalogue->find("sign") == "Signer");
  CHECK(catalogue->find("Sign") == nullptr);
}

TEST_CASE("language: a catalogue holds texts and nothing else, and every mistake is told") {
  CHECK(mistakes_in("{}") == "no mistake");
  CHECK(mistakes_in("[]") == "(whole document): expected an object, found a list");
  CHECK(mistakes_in(R"({"a": 1, "b": "B", "c~/": null, "d": true})") ==
        "/a: expected a text, found a whole number\n"
        "/c~0~1: expected a text, found null\n"
        "/d: expected a text, found true or false");
  CHECK(mistakes_in(R"({"a": {"b": "B"}})") == "/a: expected at most 2 levels, found more");
  CHECK(mistakes_in(R"({"a": "A", "a": "B"})") ==
        "/a: expected a name that is used once in its object, found the name a second time");
  CHECK(mistakes_in("<!doctype html>") ==
        "(whole document): expected well-formed JSON, found a syntax error at line 1, column 1");
  CHECK(mistakes_in('"' + std::string(64 * 1024, 'a') + '"') ==
        "(whole document): expected at most 65536 bytes, found more");
}

}  // namespace
}  // namespace petition_box
