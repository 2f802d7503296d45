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
  CHECK(mistakes_in(R"({"a": ["b"]})") == "/a: expected a text, found a list");
  CHECK(mistakes_in(R"({"phrases": "a"})") == "/phrases: expected a list, found a text");
  CHECK(mistakes_in(R"({"phrases": ["a", 1]})") ==
        "/phrases/1: expected a text, found a whole number");
  CHECK(mistakes_in(R"({"a": [["b"]]})") == "/a/0: expected at most 3 levels, found more");
  CHECK(mistakes_in(R"({"a": "A", "a": "B"})") ==
        "/a: expected a name that is used once in its object, found the name a second time");
  CHECK(mistakes_in("<!doctype html>") ==
        "(whole document): expected well-formed JSON, found a syntax error at line 1, column 1");
  CHECK(mistakes_in('"' + std::string(64 * 1024, 'a') + '"') ==
        "(whole document): expected at most 65536 bytes, found more");
}

TEST_CASE("language: phrases are found by their keys, or by their places in a list") {
  const auto by_key = Catalogue::read("fr", R"({"addressee": "Destinataire"})");
  const auto* named = std::get_if<Catalogue>(&by_key);
  REQUIRE(named);
  REQUIRE(named->find(Phrase::addressee));
  CHECK(*named->find(Phrase::addressee) == "Destinataire");
  CHECK(named->find(Phrase::demands) == nullptr);
  const auto by_place = Catalogue::read("fr", R"({"phrases": ["Non", "À"], "error.other": "Et"})");
  const auto* listed = std::get_if<Catalogue>(&by_place);
  REQUIRE(listed);
  REQUIRE(listed->find(Phrase::addressee));
  CHECK(*listed->find(Phrase::addressee) == "À");
  CHECK(listed->find(Phrase::demands) == nullptr);
  REQUIRE(listed->find("error.other"));
  CHECK(*listed->find("error.other") == "Et");
}

}  // namespace
}  // namespace petition_box
