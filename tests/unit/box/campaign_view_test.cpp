#include <unit/catch.hpp>

#include <string>

#include <markup/html.hpp>

#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

std::string with_member(const std::string& member) {
  return changed(documents::small, "\"title\"", member + ", \"title\"");
}

std::string html_of(const std::string& document) { return write_html(reader_of(document).view()); }

bool has(const std::string& html, const std::string& piece) {
  return html.find(piece) != std::string::npos;
}

// What is said of so many signatures, as HTML.
std::string progress_of(const std::string& document, std::int64_t count) {
  Visitor visitor = reader_of(document);
  visitor.model.count = count;
  const std::string html = write_html(visitor.view());
  const std::size_t begin = html.find("<div class=\"progress\"");
  return html.substr(begin, html.find("</div>", begin) - begin);
}

TEST_CASE(
    "campaign view: a picture keeps its space, and is asked for on the host of the document") {
  const std::string picture =
      R"("picture": {"src": "/a.png", "alt": "A meadow", "width": 1600, "height": 900, )"
      R"("focus": [0.5, 0.1]})";
  Visitor visitor = reader_of(with_member(picture));
  visitor.model.configuration.src = "https://petitions.example.org/petitions/bees?x";
  CHECK(has(write_html(visitor.view()),
            "<img src=\"https://petitions.example.org/a.png\" referrerpolicy=\"no-referrer\" "
            "alt=\"A meadow\" class=\"picture top\" width=\"1600\" height=\"900\" />"));
  visitor.model.configuration.src = "../bees";
  CHECK(has(write_html(visitor.view()), "<img src=\"/a.png\""));
  CHECK(has(html_of(with_member(changed(changed(picture, "/a.png", "https://a.example/b.png"),
                                        "[0.5, 0.1]", "[0.9, 1]"))),
            "class=\"picture right bottom\""));
}

TEST_CASE("campaign view: who asks whom, and until when, stands over the title") {
  const std::string html = html_of(with_member(
      R"("organiser": {"name": "Bee Friends", "url": "https://example.org/", "logo": "/l.svg"}, )"
      R"("addressee": "the mayor", "closes": "2099-01-31")"));
  const std::size_t logo = html.find("alt=\"\" class=\"logo\"");
  const std::size_t organiser =
      html.find("<p class=\"organiser\"><a href=\"https://example.org/\"");
  const std::size_t addressee = html.find("<p class=\"addressee\">");
  const std::size_t last_day = html.find("<p class=\"last-day\">");
  const std::size_t title = html.find("id=\"pb-title\"");
  CHECK(logo < organiser);
  CHECK(organiser < addressee);
  CHECK(addressee < last_day);
  CHECK(last_day < title);
  CHECK(title < html.size());
  CHECK_FALSE(has(html_of(documents::small), "<img"));
}

TEST_CASE("campaign view: the number is told with what is near, and a small one is not") {
  const std::string document = with_member(R"("goal": 20000, "show_count_from": 100)");
  const std::string many = progress_of(document, 1240);
  CHECK(has(many, "<p><strong>1,240</strong> signatures</p>"));
  CHECK(has(many, "aria-valuetext=\"1,240 signatures of 2,000\" max=\"2000\" value=\"1240\""));
  CHECK(has(many, ">Help us reach 2,000</p>"));
  const std::string few = progress_of(document, 99);
  CHECK(has(few, "<p>Be among the first to sign</p>"));
  CHECK_FALSE(has(few, "99"));
  CHECK_FALSE(has(few, "<progress"));
  CHECK(has(progress_of(document, 100), "<strong>100</strong>"));
  const std::string over = progress_of(document, 20001);
  CHECK(has(over, "max=\"20000\" value=\"20000\""));
  CHECK_FALSE(has(over, "Help us"));
}

TEST_CASE("campaign view: news say what has become of the petition, with a date") {
  const std::string html = html_of(with_member(
      R"("news": [{"date": "2026-05-01", "kind": "delivered", "text": "To *all*.", )"
      R"("link": "https://example.org/n"}, {"date": "2026-04", "text": "A meeting."}])"));
  CHECK(has(html, "<section class=\"news\" part=\"timeline\"><h3 class=\"part\">News</h3>"));
  CHECK(has(html,
            "<time datetime=\"2026-05-01\">1 May 2026</time><p><strong>Delivered</strong> "
            "<span>To <em>all</em>.</span></p><p class=\"source\">"));
  CHECK(has(html, ">Read more<"));
  CHECK(has(html, "<time datetime=\"2026-04\">April 2026</time><p>A meeting.</p></li>"));
}

}  // namespace
}  // namespace petition_box
