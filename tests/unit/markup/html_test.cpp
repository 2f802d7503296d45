#include <unit/catch.hpp>

#include <string>

#include <markup/html.hpp>

namespace petition_box {
namespace {

TEST_CASE("markup: text and attributes are escaped, so that no text becomes markup") {
  CHECK(escape_html("<img src=x onerror=\"a('b')\"> & é") ==
        "&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; é");
  Node node("p");
  node.set("title", "\"><script>");
  node.write("</p><script>&amp;");
  CHECK(write_html(node) ==
        "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;&amp;amp;</p>");
}

TEST_CASE(
    "markup: no text is taken for a place of a template, or for the end of HTML in Markdown") {
  Node node("p");
  node.set("title", "a\n\nb").write("{{ a }}\n\n{% b %}");
  CHECK(write_html(node) ==
        "<p title=\"a&#10;&#10;b\">&#123;&#123; a &#125;&#125;&#10;&#10;&#123;% b %&#125;</p>");
}

TEST_CASE("markup: an element that holds nothing has no end tag") {
  for (const std::string tag : {"br", "hr", "input", "link"}) {
    CHECK(write_html(Node(tag)) == "<" + tag + " />");
  }
  CHECK(write_html(Node("p")) == "<p></p>");
  CHECK(write_html(Node("slot")) == "<slot></slot>");
}

TEST_CASE("markup: an attribute without a value has an empty one, as XML wants it") {
  Node input("input");
  input.set("required").set("value").set("name", "given_name");
  CHECK(write_html(input) == "<input required=\"\" value=\"\" name=\"given_name\" />");
}

TEST_CASE("markup: a checkbox is checked only where it is to be") {
  CHECK(write_html(std::move(Node("input").set("checked", "checked"))) ==
        "<input checked=\"checked\" />");
  CHECK(write_html(std::move(Node("input").set("checked"))) == "<input />");
}

TEST_CASE("markup: what is in a textarea is its text, line feeds at its beginning included") {
  Node node("textarea");
  node.set("name", "comment").set("value", "\n</textarea><b>");
  CHECK(write_html(node) ==
        "<textarea name=\"comment\">\n&#10;&lt;/textarea&gt;&lt;b&gt;</textarea>");
  Node empty("textarea");
  empty.set("value");
  CHECK(write_html(empty) == "<textarea></textarea>");
}

TEST_CASE("markup: the option that a select has for its value is selected, and no other") {
  const auto select_with = [](const std::string& value) {
    Node select("select");
    select.set("value", value);
    select.add("option", "Choose").set("value");
    select.add("option", "France").set("value", "FR");
    return write_html(select);
  };
  const std::string choose = "<option value=\"\">Choose</option>";
  const std::string france = "<option value=\"FR\">France</option>";
  const std::string chosen = "<option value=\"FR\" selected=\"\">France</option>";
  CHECK(select_with("FR") == "<select>" + choose + chosen + "</select>");
  CHECK(select_with("BE") == "<select>" + choose + france + "</select>");
  CHECK(select_with("") ==
        "<select><option value=\"\" selected=\"\">Choose</option>" + france + "</select>");
}

TEST_CASE("markup: nodes are put together by their children, keys and texts") {
  Node list("ul");
  list.add("li", "one").keyed("a").set("class", "x");
  Node& second = list.add("li");
  second.write("two").write(" and");
  CHECK(write_html(list) == "<ul><li class=\"x\">one</li><li>two and</li></ul>");
  CHECK(list.children[0]->key == "a");
  CHECK(*list.children[0]->find("class") == "x");
  CHECK(second.find("class") == nullptr);
}

}  // namespace
}  // namespace petition_box
