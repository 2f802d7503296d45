#include <unit/catch.hpp>

#include <string>
#include <variant>

#include <json/parse.hpp>
#include <json/place.hpp>

namespace petition_box::json {
namespace {

constexpr Limits limits{1000, 4};

Value value_of(const std::string& text) {
  auto parsed = parse(text, limits);
  if (const auto* mistake = std::get_if<Mistake>(&parsed))
    FAIL(text << ": " << describe({*mistake}));
  return std::get<Value>(std::move(parsed));
}

std::string mistake_in(const std::string& text, Limits within = limits) {
  const auto parsed = parse(text, within);
  const auto* mistake = std::get_if<Mistake>(&parsed);
  return mistake == nullptr ? "no mistake" : describe({*mistake});
}

std::string repeated(std::size_t times, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("json: each kind of value is read as what it is") {
  struct Row {
    std::string text;
    Kind kind;
    std::string name;
  };
  const Row rows[] = {{"null", Kind::null, "null"},
                      {"true", Kind::boolean, "true or false"},
                      {"false", Kind::boolean, "true or false"},
                      {"7", Kind::integer, "a whole number"},
                      {"-0", Kind::integer, "a whole number"},
                      {"1.50", Kind::fraction, "a number"},
                      {"1e3", Kind::fraction, "a number"},
                      {"\"7\"", Kind::text, "a text"},
                      {"[]", Kind::array, "a list"},
                      {" {} ", Kind::object, "an object"}};
  for (const auto& [text, kind, name] : rows) {
    CAPTURE(text);
    CHECK(value_of(text).kind == kind);
    CHECK(name_of(kind) == name);
  }
}

TEST_CASE("json: integers keep their 64 bits, and other numbers the way they are written") {
  struct Row {
    std::string text;
    Kind kind;
    std::int64_t integer;
  };
  const Row rows[] = {{"9007199254740993", Kind::integer, 9007199254740993},
                      {"9223372036854775807", Kind::integer, INT64_MAX},
                      {"-9223372036854775808", Kind::integer, INT64_MIN},
                      {"9223372036854775808", Kind::fraction, 0},
                      {"-9223372036854775809", Kind::fraction, 0},
                      {"18446744073709551615", Kind::fraction, 0},
                      {"18446744073709551616", Kind::fraction, 0},
                      {"1.10", Kind::fraction, 0},
                      {"0.1E-7", Kind::fraction, 0}};
  for (const auto& [text, kind, integer] : rows) {
    CAPTURE(text);
    const Value value = value_of(text);
    CHECK(value.kind == kind);
    CHECK(value.integer == integer);
    CHECK(value.text == (kind == Kind::fraction ? text : ""));
  }
}

TEST_CASE("json: a text is read with its escapes") {
  struct Row {
    std::string text;
    std::string read;
  };
  const Row rows[] = {{R"("pétition")", "pétition"},
                      {R"("p\u00e9tition")", "pétition"},
                      {R"("\ud83d\udd8a")", "🖊"},
                      {R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t"},
                      {R"("\u0000")", std::string(1, '\0')}};
  for (const auto& [text, read] : rows) {
    CAPTURE(text);
    CHECK(value_of(text).text == read);
  }
}

TEST_CASE("json: members keep the order in which they were written") {
  const Value value = value_of(R"({"title": 1, "demands": [true, "b"], "": null, "a": {}})");
  REQUIRE(value.members.size() == 4);
  CHECK(value.members[0].name == "title");
  CHECK(value.members[2].name.empty());
  REQUIRE(value.find("demands") != nullptr);
  CHECK(value.find("demands")->members[0].value.boolean);
  CHECK(value.find("demands")->members[1].value.text == "b");
  CHECK(value.find("")->kind == Kind::null);
  CHECK(value.find("goal") == nullptr);
  CHECK(value.find("demands")->find("") == nullptr);
}

TEST_CASE("json: a syntax error is reported with the line and column where reading stopped") {
  struct Row {
    std::string text;
    std::string mistake;
  };
  const std::string end = "expected well-formed JSON, found the end of the text";
  const auto at = [](int line, int column) {
    return "expected well-formed JSON, found a syntax error at line " + std::to_string(line) +
           ", column " + std::to_string(column);
  };
  const Row rows[] = {
      {"", "(whole document): " + end},
      {"  \n ", "(whole document): " + end},
      {"{", "(whole document): " + end},
      {R"({"title")", "/title: " + end},
      {R"({"title": )", "/title: " + end},
      {R"({"demands": [1, 2)", "/demands: " + end},
      {R"("pétition)", "(whole document): " + end},
      {"<!doctype html>", "(whole document): " + at(1, 1)},
      {"{} {}", "(whole document): " + at(1, 4)},
      {"[1, x]", "/1: " + at(1, 5)},
      {"{\n  \"title\": tru\n}", "/title: " + at(2, 15)},
      {"{\n  \"a\": 1,\n}", "(whole document): " + at(3, 1)},
      {"{'a': 1}", "(whole document): " + at(1, 2)},
      {"[1,]", "/1: " + at(1, 4)},
      {"[01]", "(whole document): " + at(1, 3)},
      {"[+1]", "/0: " + at(1, 2)},
      {"[1.]", "/0: " + at(1, 4)},
      {"[NaN]", "/0: " + at(1, 2)},
      {"[1] // ours", "(whole document): " + at(1, 5)},
      {"[\"a\nb\"]", "/0: " + at(1, 4)},
      {R"(["\x"])", "/0: " + at(1, 4)},
      {R"(["\ud800"])", "/0: " + at(1, 9)},
      {R"(["\udd8a"])", "/0: " + at(1, 9)},
  };
  for (const auto& [text, mistake] : rows) {
    CAPTURE(text);
    CHECK(mistake_in(text) == mistake);
  }
}

TEST_CASE("json: bytes that are not UTF-8 are refused") {
  const std::string sequences[] = {"\x80",
                                   "\xC3",
                                   "\xC3(",
                                   "\xC0\xAF",
                                   "\xE0\x80\x80",
                                   "\xED\xA0\x80",
                                   "\xE2\x82",
                                   "\xF0\x80\x80\x80",
                                   "\xF5\x80\x80\x80",
                                   "\xF4\x90\x80\x80",
                                   "\xFF",
                                   "\xFE"};
  for (const std::string& sequence : sequences) {
    CAPTURE(sequence);
    CHECK_THAT(mistake_in(R"({"title": ")" + sequence + "\"}"),
               Catch::Matchers::StartsWith("/title: expected well-formed JSON, found"));
    CHECK_THAT(mistake_in(R"({")" + sequence + "\": 1}"),
               Catch::Matchers::StartsWith("(whole document): expected well-formed JSON, found"));
  }
}

TEST_CASE("json: a name that is used twice in one object is refused where it comes again") {
  CHECK(mistake_in(R"({"a": {"b": 1}, "c": {"b": 2}})") == "no mistake");
  CHECK(mistake_in(R"([{"x": 0, "sign": {"checked": false, "checked": true}}])") ==
        "/0/sign/checked: expected a name that is used once in its object, found the name a second "
        "time");
  CHECK_THAT(mistake_in(R"({"é": 1, "\u00e9": 2})"), Catch::Matchers::StartsWith("/é: "));
}

TEST_CASE("json: of several that are used twice the one that comes again first is told") {
  CHECK_THAT(mistake_in(R"({"a": 1, "b": 1, "c": 1, "b": 2, "a": 2})"),
             Catch::Matchers::StartsWith("/b: "));
  CHECK_THAT(mistake_in(R"([{"": 1}, {"": 1, "": 2}])"), Catch::Matchers::StartsWith("/1/: "));
  std::string many = "{";
  for (int i = 0; i < 2000; ++i) many += "\"n" + std::to_string(i) + "\":0,";
  CHECK(mistake_in(many + "\"n\":0}", {100'000, 4}) == "no mistake");
  CHECK_THAT(mistake_in(many + "\"n1999\":0}", {100'000, 4}),
             Catch::Matchers::StartsWith("/n1999: "));
}

TEST_CASE("json: after the end of a text comes nothing but blanks") {
  CHECK(mistake_in("{} \r\n\t") == "no mistake");
  for (const std::string& rest : {std::string("\0", 1), std::string("\0garbage", 8),
                                  std::string(" \0{}", 4), std::string("x"), std::string("{}")}) {
    CHECK_THAT(mistake_in("{}" + rest),
               Catch::Matchers::StartsWith(
                   "(whole document): expected well-formed JSON, found a syntax error at line 1"));
  }
  for (const std::string& text :
       {std::string("\0", 1), std::string("\0{}", 3), std::string("{\0}", 3),
        std::string("[1\0]", 4), std::string("[\"a\0\"]", 6), std::string("[1,\0", 4)}) {
    CAPTURE(text.size());
    CHECK_THAT(mistake_in(text), Catch::Matchers::Contains("expected well-formed JSON"));
  }
}

TEST_CASE("json: a text may have as many members as the limit, in all its objects and lists") {
  CHECK(mistake_in(R"({"a": [1, 2], "b": {"c": 3}})", {100, 4, 5}) == "no mistake");
  CHECK(mistake_in(R"({"a": [1, 2], "b": {"c": 3}})", {100, 4, 4}) ==
        "/b/c: expected at most 4 members, found more");
  CHECK(mistake_in("[[], [], []]", {100, 4, 2}) == "/2: expected at most 2 members, found more");
  CHECK(mistake_in("[1, 2, tru", {100, 4, 1}) == "/1: expected at most 1 members, found more");
  CHECK(mistake_in("7", {100, 4, 0}) == "no mistake");
}

TEST_CASE("json: a value may hold others down to the limit and no deeper") {
  CHECK(mistake_in("[[[1]]]") == "no mistake");
  CHECK(mistake_in(R"([0, {"a": [[]]}])") == "/1/a/0: expected at most 4 levels, found more");
  CHECK(mistake_in("1", {10, 1}) == "no mistake");
  CHECK(mistake_in("[]", {10, 1}) == "(whole document): expected at most 1 levels, found more");
}

TEST_CASE("json: a text that nests 10,000 deep ends in a mistake") {
  constexpr std::size_t deep = 10'000;
  const std::string texts[] = {repeated(deep, "["), repeated(deep, "[") + repeated(deep, "]"),
                               repeated(deep, R"({"a":)") + "1" + repeated(deep, "}"),
                               repeated(deep, R"([{"a":)")};
  for (const std::string& text : texts) {
    CHECK_THAT(mistake_in(text, {1'000'000, 16}),
               Catch::Matchers::EndsWith("expected at most 16 levels, found more"));
  }
}

TEST_CASE("json: a text may have as many bytes as the limit and not one more") {
  const std::string fits = '"' + repeated(998, "x") + '"';
  CHECK(value_of(fits).text.size() == 998);
  CHECK(mistake_in(fits + " ") == "(whole document): expected at most 1000 bytes, found more");
  CHECK(mistake_in(std::string(5'000'000, '[')) ==
        "(whole document): expected at most 1000 bytes, found more");
}

TEST_CASE("json: a pointer escapes what RFC 6901 escapes") {
  std::string pointer;
  append_token(pointer, "a/b");
  append_token(pointer, "m~n");
  append_token(pointer, "");
  append_token(pointer, "~1");
  CHECK(pointer == "/a~1b/m~0n//~01");
  CHECK_THAT(mistake_in(R"({"a/b": [{"m~n": tru}]})"),
             Catch::Matchers::StartsWith("/a~1b/0/m~0n: "));
}

TEST_CASE("json: mistakes are told one to a line") {
  CHECK(describe({}).empty());
  CHECK(describe({{"", "an object", "null"}, {"/title", "the title", ""}}) ==
        "(whole document): expected an object, found null\n/title: expected the title");
}

}  // namespace
}  // namespace petition_box::json
