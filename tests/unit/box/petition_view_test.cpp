#include <unit/catch.hpp>

#include <string>

#include <markup/html.hpp>

#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

// The part with that class in the view of the document, as HTML without its heading; empty where
// there is none.
std::string part_of(const std::string& document, const std::string& name) {
  const Visitor visitor = reader_of(document);
  const Node view = visitor.view();
  const Node* part = find(view, [&](const Node& node) { return value_of(node, "class") == name; });
  return part == nullptr ? std::string() : write_html(*part);
}

std::string with_demand(const std::string& demand) {
  return part_of(changed(documents::small, "Plant a meadow.", demand), "demands");
}

std::string with_member(const std::string& member) {
  return changed(documents::small, "\"title\"", member + ", \"title\"");
}

bool has(const std::string& html, const std::string& piece) {
  return html.find(piece) != std::string::npos;
}

TEST_CASE("petition view: emphasis and strong words in a running text are elements") {
  CHECK(has(with_demand("Plant *a* **big** ***meadow***."),
            "<li>Plant <em>a</em> <strong>big</strong> <strong><em>meadow</em></strong>.</li>"));
  CHECK(has(with_demand("<b>\\\\*a\\\\*"), "<li>&lt;b&gt;*a*</li>"));
}

TEST_CASE("petition view: a link in a running text leads out like every other") {
  CHECK(has(with_demand("See [the *plan*](https://example.org/a?b&c)."),
            "<li>See <a href=\"https://example.org/a?b&amp;c\" target=\"_blank\" "
            "rel=\"noreferrer\">the <em>plan</em><span class=\"unseen\"> (new window)"
            "</span></a>.</li>"));
  CHECK(has(with_demand("[Write](mailto:a@example.org)"),
            "<li><a href=\"mailto:a@example.org\">Write</a></li>"));
  CHECK(has(with_demand("[Press](javascript:alert)"), "<li>[Press](javascript:alert)</li>"));
}

TEST_CASE("petition view: paragraphs, demands and events are running text; a title is not") {
  CHECK(has(part_of(with_member(R"("introduction": ["*a*"])"), "introduction"), "<em>a</em>"));
  CHECK(has(part_of(with_member(R"("conclusion": ["*a*"])"), "conclusion"), "<em>a</em>"));
  CHECK(has(part_of(with_member(R"("timeline": [{"date": "2026", "text": "*a*"}])"), "timeline"),
            "<em>a</em>"));
  CHECK(has(part_of(changed(documents::small, "For the bees", "*a*"), "title"), ">*a*</h2>"));
  CHECK(has(part_of(with_member(R"("addressee": "*a*")"), "addressee"), ">*a*</strong>"));
}

TEST_CASE("petition view: a petition has headings in its own words, or those of the box") {
  const auto heading = [](const std::string& document, const std::string& part) {
    const std::string html = part_of(document, part);
    return html.substr(0, html.find("</h3>"));
  };
  const std::string events = R"("timeline": [{"date": "2026", "text": "a"}])";
  const std::string own = with_member(R"("headings": {"demands": "That is *why*:"}, )" + events);
  CHECK(has(heading(own, "demands"), "class=\"part\">That is *why*:"));
  CHECK(has(heading(own, "timeline"), "class=\"part\">What has happened"));
  const std::string other = with_member(R"("headings": {"timeline": "A short story"}, )" + events);
  CHECK(has(heading(other, "demands"), "class=\"part\">What we ask for"));
  CHECK(has(heading(other, "timeline"), "class=\"part\">A short story"));
}

TEST_CASE("petition view: whom it asks stands over the title, and the conclusion ends it") {
  const std::string document = with_member(
      R"("addressee": "the mayor", "conclusion": ["That is all.", "Thank you."],
         "introduction": ["a"], "timeline": [{"date": "2026", "text": "a"}])");
  CHECK(part_of(document, "addressee") ==
        "<p class=\"addressee\">Addressed to: <strong>the mayor</strong></p>");
  CHECK(part_of(document, "conclusion") ==
        "<div class=\"conclusion\"><p>That is all.</p><p>Thank you.</p></div>");
  const std::string html = part_of(document, "petition");
  std::size_t before = 0;
  for (const std::string name :
       {"addressee", "title", "introduction", "demands", "timeline", "conclusion"}) {
    CAPTURE(name);
    const std::size_t at = html.find("class=\"" + name + '"');
    CHECK(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
  for (const std::string name : {"addressee", "conclusion"}) {
    CHECK(part_of(documents::small, name).empty());
  }
}

TEST_CASE("petition view: four events are seen at a glance, and the others are folded") {
  const auto timeline = [](int events) {
    std::string all;
    for (int year = 2001; year <= 2000 + events; ++year) {
      const std::string date = std::to_string(year);
      if (!all.empty()) all += ',';
      all.append(R"({"date": ")").append(date).append(R"(", "text": "a"})");
    }
    return part_of(with_member("\"timeline\": [" + all + "]"), "timeline");
  };
  CHECK_FALSE(has(timeline(4), "<details>"));
  const std::string five = timeline(5);
  CHECK(five.find("2004</time>") < five.find("<details>"));
  CHECK(has(five,
            "<details><summary>Read more</summary><ol role=\"list\"><li><time datetime=\"2005\">"));
  CHECK(has(five, "</ol></details>"));
}

TEST_CASE(
    "petition view: a bar takes readers to the form, with the number once that is something") {
  const auto bar = [](const Visitor& visitor) {
    const Node view = visitor.view();
    const Node* found =
        find(view, [](const Node& node) { return value_of(node, "class") == "bar"; });
    return found == nullptr ? std::string() : write_html(*found);
  };
  const std::string link =
      R"(href="#pb-sign" data-press="focus:pb-sign" class="jump" part="button">)";
  Visitor visitor = reader_of(with_member("\"show_count_from\": 10"));
  CHECK(has(bar(visitor), "<div class=\"bar\" part=\"bar\"><p data-waiting"));
  for (const auto& [count, said] : {std::pair(0, false), {9, false}, {10, true}, {12'345, true}}) {
    CAPTURE(count);
    Visitor counted = visitor;
    counted.answer("/signatures", {200, "", "{\"count\":" + std::to_string(count) + "}"});
    CHECK(has(bar(counted), "<p><strong>") == said);
    CHECK(has(bar(counted), link));
  }
  visitor.answer("/signatures", {200, "", R"({"count":3,"closed":true})"});
  CHECK(bar(visitor).empty());
}

TEST_CASE("petition view: what is in another language than the box says so") {
  const std::string document =
      changed(changed(documents::small, "[\"en\"]", "[\"en\", \"fr\"]"), "\"title\"",
              R"("headings": {"demands": {"fr": "Pourquoi"}}, "addressee": {"fr": "le maire"},
                 "conclusion": [{"fr": "*Merci*"}], "title")");
  CHECK(has(part_of(document, "demands"), "class=\"part\" lang=\"fr\" dir=\"ltr\">Pourquoi"));
  CHECK(has(part_of(document, "addressee"), "<strong lang=\"fr\" dir=\"ltr\">le maire"));
  CHECK(has(part_of(document, "conclusion"), "<p lang=\"fr\" dir=\"ltr\"><em>Merci"));
}

}  // namespace
}  // namespace petition_box
