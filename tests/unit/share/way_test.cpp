#include <unit/catch.hpp>

#include <string>

#include <share/way.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

const Told clock{"Save the clock", "Sign & share:\n\"100 %\" #clock",
                 "https://a.example/p?id=1&x=é"};

// The values of the query, as a server reads them.
std::string read(Way way, const std::string& name) {
  const std::string address = address_of(way, clock, "social.example");
  for (const NameValue& pair : read_urlencoded(address.substr(address.find('?') + 1))) {
    if (pair.name == name) return pair.value;
  }
  return "none";
}

TEST_CASE("share: each way gets text and address as they are, whatever is in them") {
  const std::string both = clock.text + "\n" + clock.address;
  CHECK(read(Way::whatsapp, "text") == both);
  CHECK(read(Way::telegram, "text") == clock.text);
  CHECK(read(Way::telegram, "url") == clock.address);
  CHECK(read(Way::mastodon, "text") == both);
  CHECK(read(Way::bluesky, "text") == both);
  CHECK(read(Way::linkedin, "url") == clock.address);
  CHECK(read(Way::facebook, "u") == clock.address);
  CHECK(read(Way::x, "text") == clock.text);
  CHECK(read(Way::x, "url") == clock.address);
}

TEST_CASE("share: an e-mail has the title as its subject, and lines as mail has them") {
  CHECK(read(Way::email, "subject") == "Save the clock");
  CHECK(read(Way::email, "body") == "Sign & share:\r\n\"100 %\" #clock\r\n\r\n" + clock.address);
  // A plus would be shown as one (RFC 6068 section 5).
  CHECK(address_of(Way::email, clock).find('+') == std::string::npos);
}

TEST_CASE("share: addresses are ASCII, from the right and from the left") {
  const Told arabic{"ساعة", "وقّعوا «هنا» \u2067مع\u2069", "https://a.example/"};
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const std::string address = address_of(static_cast<Way>(i), arabic, "social.example");
    CAPTURE(address);
    for (const char c : address) CHECK((c > ' ' && c < 0x7f && c != '"' && c != '<'));
  }
  CHECK(address_of(Way::telegram, arabic) ==
        "https://t.me/share/url?url=https%3A%2F%2Fa.example%2F&text=%D9%88%D9%82%D9%91%D8%B9%D9%88%"
        "D8%A7%20%C2%AB%D9%87%D9%86%D8%A7%C2%BB%20%E2%81%A7%D9%85%D8%B9%E2%81%A9");
}

TEST_CASE("share: a Mastodon server is found in what people write for theirs") {
  for (const char* written :
       {"social.example", " social.example\n", "https://social.example", "http://social.example/",
        "https://social.example/@ada?x#y", "@ada@social.example", "ada@social.example"}) {
    CAPTURE(written);
    CHECK(server_in(written) == "social.example");
  }
  CHECK(server_in("localhost.example:3000") == "localhost.example:3000");
  CHECK(server_in("bücher.example") == "bücher.example");
  for (const char* written : {"", "mastodon", ".", ".example", "example.", "a b.example",
                              "javascript:alert(1)", "a.example\\@b", "\"a.example"}) {
    CAPTURE(written);
    CHECK(server_in(written).empty());
  }
  CHECK(address_of(Way::mastodon, {"", "T", "https://a.example/"}, "social.example") ==
        "https://social.example/share?text=T%0Ahttps%3A%2F%2Fa.example%2F");
}

}  // namespace
}  // namespace petition_box
