#include <unit/catch.hpp>

#include <string>

#include <wire/signature.hpp>

namespace petition_box {
namespace {

TEST_CASE("wire: a submission has a UUID of version 4, made of random bytes") {
  std::array<unsigned char, 16> random{};
  CHECK(make_uuid(random) == "00000000-0000-4000-8000-000000000000");
  random.fill(0xFF);
  CHECK(make_uuid(random) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
  // The example of RFC 9562, appendix A.3.
  CHECK(make_uuid({0x91, 0x91, 0x08, 0xf7, 0x52, 0xd1, 0x43, 0x20, 0x9b, 0xac, 0xf8, 0x47, 0xdb,
                   0x41, 0x48, 0xa8}) == "919108f7-52d1-4320-9bac-f847db4148a8");
}

TEST_CASE("wire: a UUID has its form, and nothing else has") {
  for (const std::string id :
       {"00000000-0000-4000-8000-000000000000", "919108F7-52d1-4320-9bac-f847db4148a8"}) {
    CHECK(is_uuid(id));
  }
  for (const std::string id :
       {"", "00000000000040008000000000000000", "00000000-0000-4000-8000-00000000000",
        "00000000-0000-4000-8000-0000000000000", "00000000-0000-4000-8000-00000000000g",
        "0000000-00000-4000-8000-000000000000", "00000000_0000_4000_8000_000000000000",
        "{0000000-0000-4000-8000-00000000000}", "--------0----0----0----------------0"}) {
    CAPTURE(id);
    CHECK_FALSE(is_uuid(id));
  }
}

}  // namespace
}  // namespace petition_box
