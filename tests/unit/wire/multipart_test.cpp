#include <unit/catch.hpp>

#include <wire/multipart.hpp>

namespace petition_box {
namespace {

TEST_CASE("multipart: each value is a part, with the line breaks of a form") {
  CHECK(write_multipart({{"given", "Zoë"}, {"why", "one\ntwo\r\nthree\rfour\n"}}, "b") ==
        "--b\r\n"
        "Content-Disposition: form-data; name=\"given\"\r\n\r\n"
        "Zoë\r\n"
        "--b\r\n"
        "Content-Disposition: form-data; name=\"why\"\r\n\r\n"
        "one\r\ntwo\r\nthree\r\nfour\r\n\r\n"
        "--b--\r\n");
  CHECK(write_multipart({}, "b") == "--b--\r\n");
}

TEST_CASE("multipart: a name cannot end its line or its quotation marks") {
  CHECK(write_multipart({{"a\"b\"\r\nX: y\n\\%22", ""}}, "b") ==
        "--b\r\n"
        "Content-Disposition: form-data; name=\"a%22b%22%0D%0AX: y%0D%0A\\%22\"\r\n\r\n"
        "\r\n"
        "--b--\r\n");
}

TEST_CASE("multipart: one signature has one boundary, another has another") {
  const std::string boundary = boundary_of("919108f7-52d1-4320-9bac-f847db4148a8");
  CHECK(boundary == boundary_of("919108f7-52d1-4320-9bac-f847db4148a8"));
  CHECK(boundary != boundary_of("919108f7-52d1-4320-9bac-f847db4148a9"));
  CHECK(boundary.size() <= 70);  // RFC 2046 section 5.1.1
}

}  // namespace
}  // namespace petition_box
