#include <unit/catch.hpp>

#include <string>

#include <json/parse.hpp>
#include <json/write.hpp>
#include <wire/template.hpp>

namespace petition_box {
namespace {

json::Value read(const std::string& text) {
  const auto parsed = json::parse(text, {1'000'000, 100});
  INFO(text);
  REQUIRE(std::holds_alternative<json::Value>(parsed));
  return std::get<json::Value>(parsed);
}

const json::Value& names() {
  static const json::Value names = read(R"j({
    "given_name": "Zoë & Cie", "comment": null, "empty": "", "zero": 0, "seven": 7, "yes": true,
    "topics": ["water", "soil"], "none": [],
    "answers": {"given_name": "Zoë & Cie", "a b": "spaced"},
    "consents": {"updates": "given", "news": null},
    "options": {"form": 8, "names": {"given_name": "your-name", "comment": "why"}},
    "url": "https://example.org/a"
  })j");
  return names;
}

// What the template makes, or its mistakes.
std::string made(const std::string& text) {
  const json::Value value = read(text);
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  const auto made = render({&value}, names(), reader);
  return made ? json::write(*made) : json::describe(mistakes);
}

std::string mistakes_in(const std::string& text) {
  const json::Value value = read(text);
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  read_template({&value}, reader);
  std::string told;
  for (const json::Mistake& mistake : mistakes) {
    told += mistake.pointer + " " + mistake.expected + "; ";
  }
  return told;
}

std::string evaluated(const std::string& expression) {
  json::Value value = read(R"j({"$eval": ""})j");
  value.members[0].value.text = expression;
  return made(json::write(value));
}

TEST_CASE("template: a text has the values of its expressions put in") {
  CHECK(made(R"j("Dear ${given_name}, ${seven}${yes}${comment}!")j") ==
        R"j("Dear Zoë & Cie, 7true!")j");
  CHECK(made(R"j("${ options.names['given_name'] }[]")j") == R"j("your-name[]")j");
  CHECK(made(R"j("no $ or } or {given_name}, US$$")j") == R"j("no $ or } or {given_name}, US$$")j");
  CHECK(made(R"j("${'}'}${\"'\"}")j") == R"j("}'")j");
  CHECK(made(R"j({"answers[${options.form}][]": {"$eval": "topics"}})j") ==
        R"j({"answers[8][]":["water","soil"]})j");
}

TEST_CASE("template: an expression has its value") {
  struct Row {
    std::string expression;
    std::string value;
  };
  const Row rows[] = {
      {"given_name", R"j("Zoë & Cie")j"},
      {"comment", "null"},
      {"options.form", "8"},
      {"options['form']", "8"},
      {"options['nothing']", "null"},
      {"answers['a b']", R"j("spaced")j"},
      {"topics[1]", R"j("soil")j"},
      {"topics[zero]", R"j("water")j"},
      {"given_name[2]", R"j("ë")j"},
      {"'ab'[1]", R"j("b")j"},
      {"true", "true"},
      {"null", "null"},
      {"truely", R"j(/$eval: expected known_name, found "truely")j"},
      {"042", "42"},
      {"'it' == \"it\"", "true"},
      {"seven == 7", "true"},
      {"seven == '7'", "false"},
      {"topics == topics", "true"},
      {"consents.updates == 'given'", "true"},
      {"consents.news == null", "true"},
      {"consents.updates != 'given'", "false"},
      {"1 == 1 == true", "true"},
      {"!comment", "true"},
      {"!(consents.updates)", "false"},
      {"!!seven", "true"},
      {"!!!seven", "false"},
      {"!seven == false", "true"},
      {"given_name && seven", "true"},
      {"given_name && zero", "false"},
      {"none || empty || comment", "false"},
      {"zero || yes && !none", "true"},
      {"(zero || yes) && none", "false"},
      {"yes || no_such_name", "true"},
      {"zero && no_such_name", "false"},
      {" ( seven ) ", "7"},
      {"options . names . comment", R"j("why")j"},
      {"options.names[given_name]", "null"},
  };
  for (const auto& [expression, value] : rows) {
    CAPTURE(expression);
    CHECK(evaluated(expression) == value);
  }
}

TEST_CASE("template: what has no value is told with its place") {
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {R"j("${no_such_name}")j",
       "(whole document): expected known_name, found \"${no_such_name}\""},
      {R"j({"a": ["${options.nothing}"]})j",
       "/a/0: expected known_name, found \"${options.nothing}\""},
      {R"j({"a": {"$eval": "comment.b"}})j",
       "/a/$eval: expected object_or_list, found \"comment.b\""},
      {R"j({"$eval": "topics[2]"})j", "/$eval: expected known_item, found \"topics[2]\""},
      {R"j({"$eval": "topics['a']"})j", "/$eval: expected object_or_list, found \"topics['a']\""},
      {R"j({"$eval": "options[0]"})j", "/$eval: expected object_or_list, found \"options[0]\""},
      {R"j("${topics}")j", "(whole document): expected text_or_number, found \"${topics}\""},
      {R"j({"${options}": 1})j", "/${options}: expected text_or_number, found 1"},
      {R"j({"$merge": [1]})j", "/$merge: expected list_of_objects, found a list"},
      {R"j({"$merge": {"$eval": "seven"}})j", "/$merge: expected list_of_objects, found an object"},
      {R"j({"$map": 7, "each(v)": 1})j", "/$map: expected object_or_list, found 7"},
      {R"j({"$map": {"a": 1}, "each(v)": 1})j", "/each(v): expected object_of_each, found 1"},
  };
  for (const auto& [text, told] : rows) CHECK(made(text) == told);
}

TEST_CASE("template: what has a condition is left out where it does not hold") {
  CHECK(made(R"j({"a": {"$if": "comment", "then": 1}, "b": {"$if": "seven", "then": 2}})j") ==
        R"j({"b":2})j");
  CHECK(made(R"j([{"$if": "comment", "then": 1}, {"$if": "seven", "then": 2, "else": 3}])j") ==
        "[2]");
  CHECK(made(R"j({"$if": "comment", "then": 1, "else": {"$if": "zero", "then": 2}})j") == "null");
  CHECK(made(R"j([{"$if": "comment", "else": {"$if": "zero", "then": 2}}])j") == "[]");
  CHECK(made(R"j({"${nothing}": {"$if": "comment", "then": 1}})j") == "{}");
  CHECK(made(R"j([{"$if": "seven", "then": null}])j") == "[null]");
}

TEST_CASE("template: a part of it becomes a text of JSON, with its names in order") {
  CHECK(made(R"j({"$json": {"b": {"$eval": "comment"}, "a": ["${given_name}"]}})j") ==
        R"j("{\"a\":[\"Zoë & Cie\"],\"b\":null}")j");
  CHECK(made(R"j({"$json": {"$if": "comment", "then": 1}})j") == R"j("{}")j");
}

TEST_CASE("template: objects become one, and of a name twice the last counts") {
  CHECK(
      made(R"j({"$merge": [{"a": 1, "b": 1}, {"b": 2}, {"$if": "comment", "then": {"c": 3}}]})j") ==
      R"j({"a":1,"b":2})j");
  CHECK(made(R"j({"a": 1, "${'a'}": 2})j") == R"j({"a":2})j");
}

TEST_CASE("template: lists and objects are gone through") {
  CHECK(made(R"j({"$map": {"$eval": "topics"}, "each(v)": "t-${v}"})j") ==
        R"j(["t-water","t-soil"])j");
  CHECK(made(R"j({"$map": ["a", "b"], "each(v,i)": "${i}${v}${seven}"})j") == R"j(["0a7","1b7"])j");
  CHECK(made(R"j({"$map": [0, 1], "each(v)": {"$if": "v", "then": 1}})j") == "[1]");
  CHECK(made(R"j({"$map": {"$eval": "options.names"},
                  "each(theirs, ours)": {"${theirs}": {"$eval": "answers[ours]"}}})j") ==
        R"j({"your-name":"Zoë & Cie","why":null})j");
  CHECK(made(R"j({"$map": {"a": 1}, "each(v)": {"${v.key}": {"$eval": "v.val"}}})j") ==
        R"j({"a":1})j");
  CHECK(made(R"j({"$map": {"a": 1, "b": 0},
                  "each(v,k)": {"$if": "v", "then": {"x": "${k}"}}})j") == R"j({"x":"a"})j");
  CHECK(made(R"j({"$map": [1], "each(x)": {"$map": [2], "each(y)": "${x}${y}"}})j") ==
        R"j([["12"]])j");
}

TEST_CASE("template: whatever is none of the subset is refused with its place") {
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {R"j({"$let": {"a": 1}, "in": 2})j", "/$let operator; "},
      {R"j({"a": [{"$switch": {}}]})j", "/a/0/$switch operator; "},
      {R"j({"$eval": "a", "$if": "b"})j", "/$if operator; "},
      {R"j({"$$eval": 1})j", "/$$eval operator; "},
      {R"j({"$eval": 7})j", "/$eval expression; "},
      {R"j({"$eval": ""})j", "/$eval expression; "},
      {R"j({"$eval": "a", "then": 1})j", "/then beside_operator; "},
      {R"j({"$if": "a", "$then": 1})j", "/$then operator; "},
      {R"j({"$if": "a", "thenn": 1})j", "/thenn beside_operator; "},
      {R"j({"$map": []})j", " beside_operator; "},
      {R"j({"$map": [], "each(1)": 1})j", "/each(1) beside_operator; "},
      {R"j({"$map": [], "each(a,b,c)": 1})j", "/each(a,b,c) beside_operator; "},
      {R"j({"$map": [], "each(a)": 1, "each(b)": 1})j", " beside_operator; "},
      {R"j({"$map": [], "each(": 1})j", "/each( beside_operator; "},
      {R"j(["$${a}"])j", "/0 no_escape; "},
      {R"j(["${a", "${}", "${a b}", "${a}}"])j", "/0 expression; /1 expression; /2 expression; "},
      {R"j({"x": "${a +", "y": {"$if": "a b", "then": "${", "else": "${!}"}})j",
       "/x expression; /y/$if expression; /y/then expression; /y/else expression; "},
      {R"j({"$merge": {"$eval": "-"}})j", "/$merge/$eval expression; "},
      {R"j({"$json": {"${-}": "${-}"}})j", "/$json/${-} expression; /$json/${-} expression; "},
      {R"j({"$map": "${", "each(v)": "${"})j", "/$map expression; /each(v) expression; "},
      {R"j({"$schema": 1})j", "/$schema operator; "},
      {R"j({"$ok-1": 1, "a$b": "$", "$": {}})j", ""},
  };
  for (const auto& [text, told] : rows) {
    CAPTURE(text);
    CHECK(mistakes_in(text) == told);
  }
}

TEST_CASE("template: an expression beyond the subset is refused before there is any answer") {
  for (const std::string expression : {"a + b",
                                       "a - 1",
                                       "-1",
                                       "+1",
                                       "1.5",
                                       "a < b",
                                       "a in b",
                                       "in",
                                       "a.in",
                                       "a.true",
                                       "a.1",
                                       "len(a)",
                                       "a[0:1]",
                                       "a[:1]",
                                       "a[]",
                                       "[1]",
                                       "[]",
                                       "{}",
                                       "{a: 1}",
                                       "a ** b",
                                       "a == ",
                                       "== a",
                                       "a = b",
                                       "a & b",
                                       "a | b",
                                       "a ||| b",
                                       "'a",
                                       "\"a",
                                       "a'",
                                       "(a",
                                       "a)",
                                       "()",
                                       "!",
                                       "!a.b",
                                       "!a[0]",
                                       "1a",
                                       "'a' 'b'",
                                       "a..b",
                                       "a.",
                                       ".a",
                                       "é",
                                       "a;",
                                       "9999999999999999"}) {
    CAPTURE(expression);
    json::Value value = read(R"j({"$eval": ""})j");
    value.members[0].value.text = expression;
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    read_template({&value}, reader);
    CHECK(mistakes.size() == 1);
    mistakes.clear();
    CHECK_FALSE(render({&value}, names(), reader));
  }
}

TEST_CASE(
    "template: an address has its parts percent-encoded, but for the one that it begins with") {
  const auto address = [](const std::string& text) {
    json::Value value = read("\"\"");
    value.text = text;
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    return render_address({&value}, names(), reader).value_or("nothing");
  };
  CHECK(address("${url}/f/${options.form}?q=${given_name}&t=${'~*a/b?c#d'}") ==
        "https://example.org/a/f/8?q=Zo%C3%AB%20%26%20Cie&t=~*a%2Fb%3Fc%23d");
  CHECK(address("https://proxy.example/?to=${url}") ==
        "https://proxy.example/?to=https%3A%2F%2Fexample.org%2Fa");
  CHECK(address("${url}${topics}") == "nothing");
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("template: none takes more than its share, whoever wrote it") {
  const std::string list = "[" + repeated("0,", 999) + "0]";
  for (const std::string& text : {
           R"j({"$map": )j" + list + R"j(, "each(a)": {"$map": )j" + list +
               R"j(, "each(b)": {"$map": )j" + list + R"j(, "each(c)": "x"}}})j",
           R"j({"$map": )j" + list + R"j(, "each(a)": {"$map": )j" + list +
               R"j(, "each(b)": {"$eval": ")j" + repeated("topics == topics && ", 100) +
               R"j(yes"}}})j",
           R"j({"$map": {"$map": )j" + list + R"j(, "each(a)": )j" + list +
               R"j(}, "each(a)": {"$json": {"$map": )j" + list +
               R"j(, "each(b)": {"$eval": "a"}}}})j",
       }) {
    CHECK(made(text).find("less_work") != std::string::npos);
  }
}

TEST_CASE("template: an expression has few levels, however they are made") {
  for (const auto& [open, close] :
       {std::pair<std::string, std::string>{"(", ")"}, {"yes[", "]"}, {"[", "]"}, {"!(", ")"}}) {
    CAPTURE(open);
    const std::string deep = repeated(open, 100'000) + "yes" + repeated(close, 100'000);
    CHECK(evaluated(deep).find("expected") != std::string::npos);
    CHECK(evaluated(repeated(open, 100'000)).find("expected") != std::string::npos);
  }
  CHECK(evaluated(repeated("(", 30) + "yes" + repeated(")", 30)) == "true");
  CHECK(evaluated(repeated("!", 100'001) + "yes") == "false");
}

}  // namespace
}  // namespace petition_box
