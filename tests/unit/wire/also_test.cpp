#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <string>

#include <english/mistakes.hpp>
#include <wire/also.hpp>

namespace petition_box {
namespace {

std::string found(const std::string& also) {
  const Petition petition = documents::read(
      with_endpoint(documents::survey, R"j({"url": "https://e.example", "also": )j" + also + "}"));
  std::string told;
  for (const json::Mistake& mistake : mistakes_in_also(petition)) {
    told += mistake.pointer + " " + mistake.expected + "; ";
    if (mistake.expected.find('_') != std::string::npos) {
      CHECK(in_english(mistake).expected != mistake.expected);
    }
  }
  return told;
}

TEST_CASE("also: an endpoint beside the first has an address, a protocol and a consent") {
  const std::string one = R"j({"url": "https://a.example", "protocol": "list", "for": "updates"})j";
  CHECK(found("[" + one + "]").empty());
  CHECK(found(R"j([{"url": "https://a.example", "protocol": {}, "for": "updates_partner"}])j")
            .empty());
  CHECK(found("[{}]") ==
        "/endpoint/also/0/url also_address; /endpoint/also/0/protocol described_protocol; "
        "/endpoint/also/0/for also_consent; ");
  CHECK(found("[" + one + R"j(, {"url": "a", "protocol": "reference", "for": "sign"}])j") ==
        "/endpoint/also/1/url link; /endpoint/also/1/protocol described_protocol; "
        "/endpoint/also/1/for also_consent; ");
  CHECK(found(R"j([{"url": "https://a.example", "protocol": "list", "for": "news"}])j") ==
        "/endpoint/also/0/for also_consent; ");
  CHECK(found("[]") == "/endpoint/also items; ");
  CHECK(found("{}") == "/endpoint/also a list; ");
  CHECK(found("[7]") == "/endpoint/also/0 an object; ");
  CHECK(found("[" + one + "," + one + "," + one + "," + one + "," + one + "]") ==
        "/endpoint/also most_destinations; ");
}

}  // namespace
}  // namespace petition_box
