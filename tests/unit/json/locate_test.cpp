#include <unit/catch.hpp>

#include <string>

#include <json/locate.hpp>
#include <json/parse.hpp>

namespace petition_box::json {
namespace {

std::string written(const Position& position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

Position locate(const std::string& text, const std::string& pointer) {
  return locate(text, Mistakes{{pointer, {}, {}}}).front();
}

// The place of what is wrong with the text by parse.
std::string place_of_mistake(const std::string& text) {
  const auto parsed = parse(text, {1000, 4});
  const auto* mistake = std::get_if<Mistake>(&parsed);
  if (mistake == nullptr) FAIL("no mistake in " << text);
  return written(locate(text, Mistakes{*mistake}).front());
}

const std::string awkward = R"json({
  "title": {"fr": "é \" } ] , \\", "en": "x"},  "é": 1, "": {"": [[]]},
  "list": [ 1, -2.5e3,true , null,"a,]" ,{"a/b": {"m~n": 7}}, [[ [] ,
      8]]],
  "last":[]
}
)json";

TEST_CASE("locate: each value is found where it begins") {
  struct Row {
    std::string pointer;
    std::string place;
  };
  const Row rows[] = {
      {"", "1:1"},
      {"/title", "2:12"},
      {"/title/fr", "2:19"},
      {"/title/en", "2:42"},
      {"/\u00e9", "2:54"},
      {"/", "2:61"},
      {"//", "2:66"},
      {"///0", "2:67"},
      {"/list", "3:11"},
      {"/list/0", "3:13"},
      {"/list/1", "3:16"},
      {"/list/2", "3:23"},
      {"/list/3", "3:30"},
      {"/list/4", "3:35"},
      {"/list/5", "3:42"},
      {"/list/5/a~1b", "3:50"},
      {"/list/5/a~1b/m~0n", "3:58"},
      {"/list/6", "3:63"},
      {"/list/6/0", "3:64"},
      {"/list/6/0/0", "3:66"},
      {"/list/6/0/1", "4:7"},
      {"/last", "5:10"},
  };
  for (const auto& [pointer, place] : rows) {
    CAPTURE(pointer);
    CHECK(written(locate(awkward, pointer)) == place);
  }
}

TEST_CASE("locate: what is missing is found at its nearest parent") {
  struct Row {
    std::string pointer;
    std::string place;
  };
  const Row rows[] = {{"/goal", "1:1"},        {"/title/de", "2:12"}, {"/list/7", "3:11"},
                      {"/list/5/x/y", "3:42"}, {"/titl", "1:1"},      {"/title/e", "2:12"},
                      {"/last/0", "5:10"},     {"/list/01", "3:11"}};
  for (const auto& [pointer, place] : rows) {
    CAPTURE(pointer);
    CHECK(written(locate(awkward, pointer)) == place);
  }
}

TEST_CASE("locate: a column is a code point") {
  // One of two bytes, one of three, one of four, and one with a mark that joins it.
  CHECK(written(locate("[\"\u00e9\u20ac\U0001f41de\u0301\",1]", "/1")) == "1:10");
  CHECK(written(locate("[\t1]", "/0")) == "1:3");
}

TEST_CASE("locate: lines end with a line feed, with or without a carriage return") {
  CHECK(written(locate("{\r\n\"a\":\r\n1}", "/a")) == "3:1");
  CHECK(written(locate("\n\n  7", "")) == "3:3");
}

TEST_CASE("locate: a byte order mark takes no room") {
  CHECK(written(locate("\xef\xbb\xbf{\"a\":1}", "")) == "1:1");
  CHECK(written(locate("\xef\xbb\xbf{\"a\":1}", "/a")) == "1:6");
}

TEST_CASE("locate: the name of a member is what it means, however it is written") {
  CHECK(written(locate(R"({"\u0061\/b\\":1})", "/a~1b\\")) == "1:16");
  CHECK(written(locate(R"({"\"":1,"b":2})", "/b")) == "1:13");
  CHECK(written(locate(R"({"\ud83d\udc1d":1})", "/\U0001f41d")) == "1:17");
}

TEST_CASE("locate: a syntax error is where reading stopped") {
  CHECK(place_of_mistake("{\"a\": 1,\n  \"\u00e9\": oops}") == "2:8");
  CHECK(place_of_mistake("{\"a\": 1") == "1:8");
  CHECK(place_of_mistake("{\"a\": 1\n") == "2:1");
  CHECK(place_of_mistake("") == "1:1");
  CHECK(place_of_mistake("[1,\n2] x") == "2:4");
  CHECK(place_of_mistake("[\"a\nb\"]") == "1:4");
}

TEST_CASE("locate: a name that is used twice is wrong the second time") {
  CHECK(place_of_mistake("{\"a\":1,\n\"b\":{\"a\":2},\n\"a\":3,\n\"a\":4}") == "3:5");
  CHECK(place_of_mistake("{\"a\":{\"b\":1,\n\"b\":{}},\n\"a\":{\"b\":1}}") == "2:5");
}

TEST_CASE("locate: what is too deep is found") { CHECK(place_of_mistake("[[\n[[1]]]]") == "2:2"); }

TEST_CASE("locate: a text that is no JSON has a place all the same") {
  for (const std::string text : {"", "\"", "\"\\", "{\"", "{\"a", "}", "]]", "{\"a\":", "[1,", ",",
                                 "\xff", "{\"\\u12\":1}", "{a:1}", "{\"a\"\"b\"}", "{{{{"}) {
    CAPTURE(text);
    const Position position = locate(text, "/a/0");
    CHECK(position.line == 1);
    CHECK(position.column <= text.size() + 1);
  }
}

TEST_CASE("locate: many mistakes are found together, each where it is alone") {
  const std::string pointers[] = {
      "/list/5/a~1b/m~0n", "/last", "",          "/title/de", "/list/0", "/list/0", "///0",
      "/list/6/0/1",       "/goal", "/title/fr", "/\u00e9"};
  Mistakes mistakes;
  for (const std::string& pointer : pointers) mistakes.push_back({pointer, {}, {}});
  mistakes.push_back({"/title", {}, {}, Severity::error, awkward.size()});
  const std::vector<Position> positions = locate(awkward, mistakes);
  REQUIRE(positions.size() == std::size(pointers) + 1);
  for (std::size_t i = 0; i < std::size(pointers); ++i) {
    CAPTURE(pointers[i]);
    CHECK(written(positions[i]) == written(locate(awkward, pointers[i])));
  }
  CHECK(written(positions.back()) == "7:1");
  CHECK(locate("", Mistakes{}).empty());
}

TEST_CASE("locate: a deep text is no danger") {
  const std::string deep = std::string(200'000, '[') + "1";
  CHECK(written(locate(deep, "/0/0/0")) == "1:4");
}

}  // namespace
}  // namespace petition_box::json
