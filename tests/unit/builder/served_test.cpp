#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <builder/served.hpp>

namespace petition_box {
namespace {

std::string contact_form() { return source("embed/protocols/contact-form-7.json"); }

std::string places_of(const ServedPetition& served) {
  std::string places;
  for (const json::Mistake& mistake : served.mistakes) places += mistake.pointer + ' ';
  return places;
}

ServedPetition served_at(const std::string& endpoint, const std::string& description) {
  return read_served(with_endpoint(documents::small, endpoint), description);
}

TEST_CASE("served: what the chosen protocol asks for is missed at its place") {
  const std::string chosen = R"j({"protocol": "contact-form-7"})j";
  CHECK(places_of(served_at(chosen, contact_form())) ==
        "/endpoint/url /endpoint/form /endpoint/names ");
}

TEST_CASE("served: a field that the endpoint does not have is a mistake at the field") {
  const std::string names = R"j({"protocol": "contact-form-7", "url": "https://a.example",
                                "form": 8, "names": {"sign": "agreed"}})j";
  const ServedPetition served = served_at(names, contact_form());
  CHECK(places_of(served).find("/fields/0 ") == 0);
  CHECK(served.petition == nullptr);
}

TEST_CASE("served: the name of a protocol that is not there is told at its place") {
  CHECK(places_of(served_at(R"j({"protocol": "no-such", "url": "https://a.example"})j", "")) ==
        "/endpoint/protocol ");
}

TEST_CASE("served: a protocol that cannot keep a petition is told at its place") {
  const ServedPetition served =
      served_at(R"j({"protocol": "listmonk", "url": "https://a.example", "list": "x"})j",
                source("embed/protocols/listmonk.json"));
  REQUIRE_FALSE(served.mistakes.empty());
  CHECK(served.mistakes[0].pointer == "/endpoint/protocol");
  CHECK(served.mistakes[0].expected == "keeping_protocol");
}

TEST_CASE("served: what is wrong with a description in the document has its place there") {
  CHECK(places_of(served_at(R"j({"protocol": {"protocol": "ours", "answers": [{"outcome": "ok"}]},
                                "url": "https://a.example"})j",
                            "")) ==
        "/endpoint/protocol/request /endpoint/protocol/answers/0/outcome ");
}

TEST_CASE("served: of a description that is no JSON yet it is said where it ends to be it") {
  const ServedPetition served =
      served_at(R"j({"protocol": "{\n \"protocol\" 7}"})j", "{\n \"protocol\" 7}");
  REQUIRE(served.mistakes.size() == 1);
  CHECK(served.mistakes[0].pointer == "/endpoint/protocol/protocol");
  CHECK(served.mistakes[0].expected.find(" in line 2, column ") != std::string::npos);
}

TEST_CASE("served: a document without an endpoint of its own is the reference protocol's") {
  const ServedPetition served = read_served(documents::small, "");
  CHECK(served.mistakes.empty());
  CHECK_FALSE(served.description.has_value());
}

}  // namespace
}  // namespace petition_box
