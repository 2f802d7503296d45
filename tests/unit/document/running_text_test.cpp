#include <unit/catch.hpp>

#include <string>

#include <document/running_text.hpp>

namespace petition_box {
namespace {

// "{e ...}" for emphasis, "{s ...}" for strong, "{es ...}" for both, "<address ...>" for a link.
std::string read(const std::string& source) {
  std::string all;
  std::size_t link = 0;
  for (const Run& run : read_running_text(source)) {
    if (run.link != link && link != 0) all += '>';
    if (run.link != link && run.link != 0) all += '<' + run.address + ' ';
    link = run.link;
    const std::string marks = std::string(run.emphasis ? "e" : "") + (run.strong ? "s" : "");
    all += marks.empty() ? run.text : '{' + marks + ' ' + run.text + '}';
  }
  if (link != 0) all += '>';
  return all;
}

struct Row {
  std::string source;
  std::string meaning;
};

template <std::size_t size>
void check(const Row (&rows)[size]) {
  for (const auto& [source, meaning] : rows) {
    CAPTURE(source);
    CHECK(read(source) == meaning);
  }
}

TEST_CASE("running text: emphasis and strong words are read by CommonMark's rules") {
  const Row rows[] = {
      {"", ""},
      {"plain\n- words", "plain\n- words"},
      {"a *b* c", "a {e b} c"},
      {"a _b_ c", "a {e b} c"},
      {"a **b** c", "a {s b} c"},
      {"a __b__ c", "a {s b} c"},
      {"***a***", "{es a}"},
      {"*a **b** c*", "{e a }{es b}{e  c}"},
      {"**a *b***", "{s a }{es b}"},
      {"****a****", "{s a}"},
      {"**a*", "*{e a}"},
      {"*a**", "{e a}*"},
      {"*a", "*a"},
      {"**a", "**a"},
      {"a * b * c", "a * b * c"},
      {"** a **", "** a **"},
      {"2*3*4", "2{e 3}4"},
      {"snake_case_name", "snake_case_name"},
      {"*a _b* c_", "{e a _b} c_"},
      {"*foo**bar**baz*", "{e foo}{es bar}{e baz}"},
      {"foo***bar***baz", "foo{es bar}baz"},
      {"*foo**bar*", "{e foo**bar}"},
      {"*(*a*)*", "{e (a)}"},
      {"****", "****"},
  };
  check(rows);
}

TEST_CASE("running text: what stands beside a mark is a space or punctuation in any script") {
  const Row rows[] = {
      {"«\u00a0*a*\u00a0»", "«\u00a0{e a}\u00a0»"},
      {"*«\u00a0a\u00a0»*", "{e «\u00a0a\u00a0»}"},
      {"*a*\u202f!", "{e a}\u202f!"},
      {"*a\u00a0*b", "*a\u00a0*b"},
      {"a*«b»*", "a*«b»*"},
      {"l’*a*", "l’{e a}"},
      {"l’_a_…", "l’{e a}…"},
      {"é_a_é", "é_a_é"},
      {"א_ב_", "א_ב_"},
      {"، _ب_؟", "، {e ب}؟"},
      {"\U0001F600_a_\U0001F600", "\U0001F600{e a}\U0001F600"},
  };
  check(rows);
}

TEST_CASE("running text: a link has words and an address that a reader may be sent to") {
  const Row rows[] = {
      {"see [this page](https://example.org/a?b=c&d#e).",
       "see <https://example.org/a?b=c&d#e this page>."},
      {"[a](HTTP://example.org)[b](mailto:a@example.org)",
       "<HTTP://example.org a><mailto:a@example.org b>"},
      {"[a *b* **c**](https://e.org)", "<https://e.org a {e b} {s c}>"},
      {"**[a](https://e.org)**", "<https://e.org {s a}>"},
      {"*a [b*](https://e.org)", "*a <https://e.org b*>"},
      {"[a [b] c](https://e.org)", "<https://e.org a [b] c>"},
      {"[a [b](https://e.org) c](https://e.org)", "[a <https://e.org b> c](https://e.org)"},
      {"[a](https://e.org/b_(c)_d)", "<https://e.org/b_(c)_d a>"},
      {"[a](https://e.org/b\\)\\_c)", "<https://e.org/b)_c a>"},
      {"[a\\]](https://e.org)", "<https://e.org a]>"},
  };
  check(rows);
}

TEST_CASE("running text: what is no such link stays as it is written") {
  const std::string texts[] = {
      "[a](javascript:alert(1))",
      "[a](java\nscript:x)",
      "[a](/relative)",
      "[a](//e.org)",
      "[a](data:text/html,x)",
      "[a](https://)",
      "[a](https://e.org",
      "[a](https://e.org/ b)",
      "[a]( https://e.org)",
      "[a](<https://e.org>)",
      "[a](https://e.org \"title\")",
      "[a](https://e.org/\\a)",
      "[a](https://e.org/(b)",
      "[a] (https://e.org)",
      "[a][b]",
      "[a]",
      "[](https://e.org)",
      "[ \u200b](https://e.org)",
      "]](https://e.org)",
      "![a](https://e.org/a.png)",
      "<https://e.org>",
      "https://e.org/a_b_c",
      "`a`",
      "<b>a</b> &amp; &#42;",
      "# a\n\n> b\n1. c",
      "a  \nb",
      "[a](https://e.org/(((((((((b))))))))))",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
  CHECK(read("*[a*](/b)") == "{e [a}](/b)");
  CHECK(read("![a [b](https://e.org) c](https://e.org)") ==
        "![a <https://e.org b> c](https://e.org)");
}

TEST_CASE("running text: a backslash takes the meaning from the mark after it") {
  const Row rows[] = {
      {"\\*a\\* \\_b\\_", "*a* _b_"},
      {"\\[a](https://e.org)", "[a](https://e.org)"},
      {"\\![a](https://e.org)", "!<https://e.org a>"},
      {"\\\\*a*", "\\{e a}"},
      {"*a\\**", "{e a*}"},
      {"C:\\a \\é \\", "C:\\a \\é \\"},
      {"a\\\nb", "a\\\nb"},
      {"\\!\\\"\\#\\~", "!\"#~"},
  };
  check(rows);
}

TEST_CASE("running text: however many marks there are, they are read at once") {
  const std::size_t many = 60'000;
  const auto repeated = [&](const std::string& piece) {
    std::string text;
    while (text.size() < many * 3) text += piece;
    return text;
  };
  for (const std::string piece : {"a**b_c* ", "[", "[a](https://", "*[a](https://e)", "****a_*"}) {
    CAPTURE(piece);
    const std::string text = repeated(piece);
    std::size_t shown = 0;
    for (const Run& run : read_running_text(text)) shown += run.text.size();
    CHECK(shown > 0);
    CHECK(shown <= text.size());
  }
}

}  // namespace
}  // namespace petition_box
