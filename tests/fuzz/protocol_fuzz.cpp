// Any bytes as the description of a protocol and as an endpoint's answer: what is wrong with the
// description is told; and as the box takes it as it stands, a signature is sent by it all the same
// and the answer is understood.

#include <fuzz/expect.hpp>
#include <fuzz/material.hpp>

#include <string>

#include <json/place.hpp>
#include <markup/cursor.hpp>
#include <wire/described.hpp>
#include <wire/marks.hpp>
#include <wire/protocol.hpp>
#include <wire/read_description.hpp>
#include <wire/rule.hpp>
#include <wire/unsayable.hpp>

namespace petition_box {
namespace {

// What the descriptions that come with the box ask for.
const std::string usual_options = R"j({
  "form": 8, "page": 1, "list": 2, "petition": 3, "name": "form", "collection": "signatures",
  "subscribes": "everyone",
  "names": {"given_name": "given", "email_address": "mail", "sign": "consent", "updates": "news"}
})j";

void expect_told(const json::Mistakes& mistakes) {
  for (const json::Mistake& mistake : mistakes) {
    expect(!mistake.expected.empty());
    expect(mistake.pointer.empty() || mistake.pointer.front() == '/');
  }
}

Petition with_options(const std::string& text) {
  static const Material material;
  Petition petition = *material.petition();
  const auto parsed = json::parse(text, {most_document_bytes, 32});
  if (const auto* options = std::get_if<json::Value>(&parsed)) petition.endpoint = *options;
  return petition;
}

void expect_spoken(const described::Endpoint& endpoint, const Response& response, bool is_right) {
  expect_told(described::unsayable(endpoint));
  json::Mistakes mistakes;
  const Signature signature = described::marked(endpoint.petition);
  const auto request = described::post(endpoint, signature, {}, mistakes);
  expect_told(mistakes);
  expect(!request || !is_right || request->method == "POST" || request->method == "PUT");
  expect(described::outcome(endpoint, response, 0).index() < std::variant_size_v<Outcome>);
  described::ask_standing(endpoint);
  described::standing(endpoint, response);
  described::written_count(endpoint);
}

}  // namespace
}  // namespace petition_box

// A status, then the texts of an answer's type and body, of a document's endpoint, and of the
// description; or the description alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const bool is_alone = !bytes.empty() && bytes.front() == '{';
  Cursor cursor(is_alone ? std::string_view() : bytes);
  Response response;
  response.status = is_alone ? 200 : cursor.byte() * 4;
  response.type = cursor.text();
  response.body = cursor.text();
  const Petition petition = with_options(is_alone ? usual_options : cursor.text());
  const std::string written = is_alone ? bytes : cursor.text();
  const ReadDescription read = read_description(written);
  expect_told(read.mistakes);
  const Description description = protocol::description_in(written);
  expect_spoken({description, petition, petition.endpoint, "https://endpoint.example"}, response,
                read.description.has_value());
  return 0;
}
