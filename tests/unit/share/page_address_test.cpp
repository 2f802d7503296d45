#include <unit/catch.hpp>

#include <share/page_address.hpp>

namespace petition_box {
namespace {

TEST_CASE("share: what is told is the partner's page, without its fragment") {
  CHECK(address_to_tell({"https://a.example/clock?p=12#sign", "", ""}) ==
        "https://a.example/clock?p=12");
  CHECK(address_to_tell({"https://a.example", "", ""}) == "https://a.example");
  CHECK(address_to_tell({"about:srcdoc", "", ""}).empty());
  CHECK(address_to_tell({"file:///clock.html", "", ""}).empty());
  CHECK(address_to_tell({"", "", ""}).empty());
}

TEST_CASE("share: the canonical address is told where it is of the same site") {
  CHECK(address_to_tell({"https://a.example/?p=12", "https://a.example/clock", ""}) ==
        "https://a.example/clock");
  for (const char* other :
       {"https://b.example/clock", "http://a.example/clock", "https://a.example.org/clock",
        "https://a.example:8443/clock", "mailto:a@a.example", "javascript:alert(1)"}) {
    CAPTURE(other);
    CHECK(address_to_tell({"https://a.example/?p=12", other, ""}) == "https://a.example/?p=12");
  }
}

TEST_CASE("share: nothing is told of who followed a link to the page") {
  const char* page =
      "https://a.example/?UTM_source=mail&p=12&fbclid=ada&mc_eid=7&q=utm_x&&mtm_cid=1";
  CHECK(address_to_tell({page, "", ""}) == "https://a.example/?p=12&q=utm_x");
  CHECK(address_to_tell({"https://a.example/?utm_id=1#x", "", ""}) == "https://a.example/");
}

TEST_CASE("share: in a frame it is the page around it, else the endpoint's own with the form") {
  const char* frame = "https://b.example/app/petitions/clock/frame?lang=fr&accent=%23fff";
  const char* form = "https://b.example/app/petitions/clock/sign";
  CHECK(address_to_tell({frame, "", "https://a.example/clock#x"}) == "https://a.example/clock");
  for (const char* nothing : {"", "https://a.example/", "https://a.example", "about:blank"}) {
    CAPTURE(nothing);
    CHECK(address_to_tell({frame, "", nothing}) == form);
  }
  for (const char* name : {"thanks?again=x", "signatures?lang=fr", "second-answer"}) {
    CHECK(address_to_tell({std::string("https://b.example/app/petitions/clock/") + name, "", ""}) ==
          form);
  }
  CHECK(address_to_tell({"https://b.example/petitions/clock/sign?lang=fr", "", ""}) ==
        "https://b.example/petitions/clock/sign?lang=fr");
  // A page of a partner may have any name.
  CHECK(address_to_tell({"https://a.example/frame", "", "https://c.example/x"}) ==
        "https://a.example/frame");
}

}  // namespace
}  // namespace petition_box
