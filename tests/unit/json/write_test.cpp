#include <unit/catch.hpp>

#include <string>

#include <nlohmann/json.hpp>

#include <json/equal.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
#include <json/write.hpp>

namespace petition_box::json {
namespace {

Value read(const std::string& text) {
  const auto parsed = parse(text, {100'000, 100});
  REQUIRE(std::holds_alternative<Value>(parsed));
  return std::get<Value>(parsed);
}

TEST_CASE("json: what was read is written as it stands, without blanks") {
  for (const std::string text :
       {R"({})", R"([])", R"("")", R"(null)", R"([true,false,null,-7,0,1.50,1e3])",
        R"({"b":{"a":[]},"a":[{},"\"\\\b\f\n\r\t\u0001\u001f/é🖊"]})"}) {
    CHECK(write(read(text)) == text);
  }
}

TEST_CASE("json: another writer writes the same of any characters") {
  std::string all;
  for (char c = 1; c < 0x7f; ++c) all += c;
  all += "\x7f\u0080é\u2028\ufffd🖊";
  const nlohmann::json other{{all, all}};
  CHECK(write(read(other.dump())) == other.dump());
}

TEST_CASE("json: members are put in the order of their UTF-16 names where that is asked for") {
  const Value value =
      read(R"({"é":1,"🖊":[{"b":1,"a":2}],"":3,"ａ":4,"a":5,"aa":6,"B":7,"\uf000":8})");
  CHECK(
      write(value, Order::by_name) ==
      "{\"\":3,\"B\":7,\"a\":5,\"aa\":6,\"é\":1,\"🖊\":[{\"a\":2,\"b\":1}],\"\uf000\":8,\"ａ\":"
      "4}");
}

TEST_CASE("json: two values are equal in whatever order the members of objects stand") {
  const std::string values[] = {"null",  "0",     "\"\"",         "\"0\"",        "[]",
                                "{}",    "false", "true",         "[0]",          "[0,1]",
                                "[1,0]", "1",     R"({"a":[1]})", R"({"a":[2]})", R"({"b":[1]})"};
  for (const std::string& one : values) {
    for (const std::string& other : values) {
      CAPTURE(one, other);
      CHECK(equal(read(one), read(other)) == (one == other));
    }
  }
  CHECK(equal(read(R"({"a":1,"b":{"c":2,"d":3}})"), read(R"({"b":{"d":3,"c":2},"a":1})")));
}

TEST_CASE("json: a pointer leads to a value as RFC 6901 says") {
  const Value value = read(R"({"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"~1":9,"x":{"":7}})");
  struct Row {
    std::string pointer;
    std::string value;
  };
  const Row rows[] = {{"/foo/1", "\"baz\""}, {"/", "0"},    {"/a~1b", "1"}, {"/m~0n", "8"},
                      {"/~01", "9"},         {"/x/", "7"},  {"/foo/2", ""}, {"/foo/01", ""},
                      {"/foo/-", ""},        {"/nope", ""}, {"/foo/", ""},  {"foo", ""},
                      {"/foo/0/0", ""},      {"/m~2n", ""}};
  CHECK(value_at(value, "") == &value);
  for (const auto& [pointer, expected] : rows) {
    CAPTURE(pointer);
    const Value* found = value_at(value, pointer);
    CHECK((found == nullptr ? "" : write(*found)) == expected);
  }
}

TEST_CASE("json: a text is a pointer where RFC 6901 says so") {
  for (const char* pointer : {"", "/", "/a", "/a/0", "/~0~1", "//"}) CHECK(is_pointer(pointer));
  for (const char* text : {"a", "a/b", "~0", "/~", "/~2", "/a~"}) CHECK_FALSE(is_pointer(text));
}

}  // namespace
}  // namespace petition_box::json
