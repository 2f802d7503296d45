#include <unit/catch.hpp>

#include <random>
#include <string>

#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

using namespace std::string_literals;

std::string listed(const std::vector<NameValue>& pairs) {
  std::string list;
  for (const NameValue& pair : pairs) list += "[" + pair.name + "|" + pair.value + "]";
  return list;
}

TEST_CASE("wire: pairs are written as the URL standard writes a form") {
  CHECK(write_urlencoded({}).empty());
  CHECK(write_urlencoded({{"given_name", "Zoë"}, {"comment", "a b\nc"}}) ==
        "given_name=Zo%C3%AB&comment=a+b%0Ac");
  CHECK(write_urlencoded({{"", ""}, {"a&b", "c=d"}}) == "=&a%26b=c%3Dd");
  CHECK(write_urlencoded({{"x", "azAZ09*-._ ~!'()+%\0"s}}) ==
        "x=azAZ09*-._+%7E%21%27%28%29%2B%25%00");
}

TEST_CASE("wire: what is well formed is read, and anything else as it stands") {
  struct Row {
    std::string body;
    std::string pairs;
  };
  const Row rows[] = {{"", ""},
                      {"a=1&b=2", "[a|1][b|2]"},
                      {"a=1&a=2", "[a|1][a|2]"},
                      {"&&a=1&", "[a|1]"},
                      {"a", "[a|]"},
                      {"a=", "[a|]"},
                      {"=1", "[|1]"},
                      {"a=b=c", "[a|b=c]"},
                      {"a+b=c+d", "[a b|c d]"},
                      {"%61=%62%63", "[a|bc]"},
                      {"a=%c3%AB", "[a|ë]"},
                      {"a=%2B%26%3D%25", "[a|+&=%]"},
                      {"a=%", "[a|%]"},
                      {"a=%4", "[a|%4]"},
                      {"a=%4g%zz", "[a|%4g%zz]"},
                      {"a=%%41", "[a|%A]"},
                      {"a=ë", "[a|ë]"}};
  for (const auto& [body, pairs] : rows) {
    CAPTURE(body);
    CHECK(listed(read_urlencoded(body)) == pairs);
  }
}

TEST_CASE("wire: every byte comes back as it was") {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  const std::vector<NameValue> pairs{{bytes, bytes}, {"", bytes}, {bytes, ""}};
  CHECK(listed(read_urlencoded(write_urlencoded(pairs))) == listed(pairs));
}

TEST_CASE("wire: no bytes make the reader fail") {
  std::mt19937 random(1936);
  for (int round = 0; round < 5000; ++round) {
    std::string body;
    for (unsigned i = 0; i < 20; ++i) body += "ab%+&=0fF\xff"[random() % 10];
    const std::vector<NameValue> pairs = read_urlencoded(body);
    CHECK(listed(read_urlencoded(write_urlencoded(pairs))) == listed(pairs));
  }
}

}  // namespace
}  // namespace petition_box
