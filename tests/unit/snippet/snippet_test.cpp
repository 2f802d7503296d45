#include <unit/catch.hpp>
#include <unit/snippet/pasting.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

#include <colour/accent.hpp>
#include <markup/html.hpp>
#include <snippet/address.hpp>

namespace petition_box {
namespace {

const Petition& full() {
  static const Petition petition = documents::read(documents::full);
  return petition;
}

constexpr std::int64_t after_its_end = 1'900'000'000'000;  // 2030-03-17

TEST_CASE("snippet: each kind has a name") {
  for (const SnippetKind kind : all_snippet_kinds) CHECK(snippet_named(name_of(kind)) == kind);
  CHECK(std::string(name_of(SnippetKind::pre_rendered)) == "pre-rendered");
  CHECK_FALSE(snippet_named("pre_rendered"));
  CHECK_FALSE(snippet_named(""));
}

TEST_CASE("snippet: the element is one script and one tag with a link in it") {
  CHECK(snippet(SnippetKind::element, request_for(full(), "en"), full(), "en") ==
        R"(<script type="module" src="https://box.example/embed/petition-box.js"></script>
<petition-box
  src="https://box.example/petitions/clean-water?lang=en"
  endpoint="https://box.example/petitions/clean-water/signatures"
  lang="en">
  <a href="https://box.example/petitions/clean-water/sign?lang=en">Sign the petition</a>
</petition-box>)");
}

TEST_CASE("snippet: what visitors come for is asked for with the page, the script first") {
  SnippetRequest request = request_for(full(), "en");
  request.at_once = true;
  request.integrity = {"1.2.0", "sha256-a", "sha256-b", "sha256-c", "sha256-d"};
  CHECK(
      snippet(SnippetKind::element, request, full(), "en") ==
      R"(<script type="module" src="https://box.example/embed/petition-box.js" integrity="sha256-a" crossorigin="anonymous"></script>
<link rel="preload" as="script" href="https://box.example/embed/1.2.0/petition-box-running.js" integrity="sha256-d" crossorigin="anonymous" />
<link rel="preload" as="fetch" href="https://box.example/embed/1.2.0/petition-box.wasm" crossorigin="anonymous" />
<link rel="preload" as="fetch" href="https://box.example/petitions/clean-water?lang=en" crossorigin="anonymous" />
<link rel="preload" as="fetch" href="https://box.example/embed/1.2.0/locales/en.usual.json" crossorigin="anonymous" />
<link rel="preload" as="fetch" href="https://box.example/embed/1.2.0/petition-box.css" crossorigin="anonymous" />
<petition-box
  src="https://box.example/petitions/clean-water?lang=en"
  endpoint="https://box.example/petitions/clean-water/signatures"
  lang="en"
  loading="eager">
  <a href="https://box.example/petitions/clean-water/sign?lang=en">Sign the petition</a>
</petition-box>)");
}

TEST_CASE("snippet: of files that may change, only the document is asked for at once") {
  SnippetRequest request = request_for(full(), "en");
  request.at_once = true;
  const std::string html = snippet(SnippetKind::wrapped, request, full(), "en");
  CHECK(times(html, "preload") == 1);
  CHECK(has(html, R"(as="fetch" href="https://box.example/petitions/clean-water?lang=en")"));
  CHECK(has(html, R"(data-loading="eager")"));
  request.places = places_at("", full().id, "");
  CHECK(!has(snippet(SnippetKind::element, request, full(), "en"), "preload"));
}

TEST_CASE("snippet: wrapped, it is made of what every sanitiser knows") {
  SnippetRequest request = request_for(full());
  request.accent = "#a1b2c3";
  CHECK(snippet(SnippetKind::wrapped, request, full()) ==
        R"(<script type="module" src="https://box.example/embed/petition-box.js"></script>
<div data-petition-box=""
  data-src="https://box.example/petitions/clean-water?lang=fr"
  data-endpoint="https://box.example/petitions/clean-water/signatures"
  data-lang="fr"
  data-accent="#a1b2c3">
  <a href="https://box.example/petitions/clean-water/sign?lang=fr">Signer la pétition</a>
</div>)");
}

TEST_CASE("snippet: a frame says which parameter of the page's address it is told") {
  const Petition asks = documents::read(documents::changed(
      documents::full, "\"title\"", "\"source_parameter\": \"utm_source\", \"title\""));
  const std::string told = "data-source=\"utm_source\"></iframe>";
  CHECK(has(snippet(SnippetKind::frame, request_for(asks), asks), told));
  CHECK(!has(snippet(SnippetKind::frame, request_for(full()), full()), "data-source"));
}

TEST_CASE("snippet: a frame tells its language and colour, and what is in it") {
  SnippetRequest request = request_for(full());
  request.accent = "#a1b2c3";
  CHECK(snippet(SnippetKind::frame, request, full()) ==
        R"(<iframe
  src="https://box.example/petitions/clean-water/frame?lang=fr&amp;accent=%23a1b2c3"
  title="Pour une eau propre"
  width="100%"
  height="1200"
  frameborder="0"
  loading="lazy"
  allow="web-share; clipboard-write"></iframe><a class="petition-box-link" href="https://box.example/petitions/clean-water/sign?lang=fr">Signer la pétition</a>
<noscript><link rel="stylesheet" href="https://box.example/embed/petition-box.css" /></noscript>
<script type="module" src="https://box.example/embed/petition-box-frame.js"></script>)");
}

TEST_CASE("snippet: the link is one for HTML and one for Markdown") {
  SnippetRequest request = request_for(full(), "en");
  CHECK(
      snippet(SnippetKind::link, request, full(), "en") ==
      R"(<a href="https://box.example/petitions/clean-water/sign?lang=en">Sign the petition</a>)");
  CHECK(snippet(SnippetKind::link_markdown, request, full(), "en") ==
        "[Sign the petition](https://box.example/petitions/clean-water/sign?lang=en)");
  request.places.sign_page = "/a(b)*c*/sign";
  CHECK(snippet(SnippetKind::link_markdown, request, full(), "en") ==
        "[Sign the petition](/a%28b%29%2Ac%2A/sign?lang=en)");
}

TEST_CASE("snippet: the plain form is left to the browser by what loads pages into pages") {
  const std::string html = snippet(SnippetKind::plain, request_for(full()), full());
  CHECK(has(html, R"( data-turbo="false" hx-boost="false" data-astro-reload="">)"));
  CHECK(times(html, "data-turbo") == 1);
}

TEST_CASE("snippet: pre-rendered, it holds the box that the core shows, to the byte") {
  struct Row {
    std::string document;
    std::string language;
    std::int64_t now;
  };
  const Row rows[] = {
      {documents::full, "fr", 0},
      {documents::full, "en", 0},
      {documents::full, "fr", after_its_end},
      {documents::small, "en", 0},
      {read_file("examples/petitions/health-data.json"), "fr", 0},
  };
  for (const auto& [document, language, now] : rows) {
    const Petition petition = documents::read(document);
    SnippetRequest request = request_for(petition, language);
    request.now = now;
    request.count = 12345;
    Visitor visitor;
    visitor.now = now;
    visitor.send(Configured{
        {"/petition", form_address(request.places.endpoint, language), "/box/", {language}, true}});
    visitor.answer(language + ".json", {200, "", catalogue_text(language)});
    visitor.answer("/petition", {200, "", document});
    visitor.answer("#pb-errors",
                   {200, "", now == 0 ? R"({"count":12345})" : R"({"count":12345,"closed":true})"});
    CHECK(has(snippet(SnippetKind::pre_rendered, request, petition, language),
              "</a>\n  <template shadowrootmode=\"open\"><link rel=\"stylesheet\" "
              "href=\"https://box.example/embed/petition-box.css\" />" +
                  write_html(visitor.view()) + "</template>\n</petition-box>"));
  }
}

TEST_CASE("snippet: pre-rendered, it is the element with a template in it") {
  SnippetRequest request = request_for(full());
  const std::string with = snippet(SnippetKind::pre_rendered, request, full());
  const std::string without = snippet(SnippetKind::element, request, full());
  const std::size_t begin = with.find("  <template");
  const std::string end = "</template>\n";
  REQUIRE(begin != std::string::npos);
  CHECK(with.substr(0, begin) + with.substr(with.find(end) + end.size()) == without);
}

TEST_CASE("snippet: the box in it has the colours that a script would give it") {
  SnippetRequest request = request_for(full());
  for (const SnippetKind kind : {SnippetKind::pre_rendered, SnippetKind::plain}) {
    request.accent.clear();
    CHECK_FALSE(has(snippet(kind, request, full()), "style="));
    request.accent = "#a1b2c3";
    CHECK(has(snippet(kind, request, full()),
              "data-state=\"editing\" lang=\"fr\" dir=\"ltr\" style=\"" +
                  accent_style({0xa1, 0xb2, 0xc3}) + '"'));
    // The other ways to say a colour are the browser's to read.
    request.accent = "red";
    CHECK_FALSE(has(snippet(kind, request, full()), "style="));
  }
}

TEST_CASE("snippet: the plain form has the petition, the questions and the notice, and no script") {
  const std::string html = snippet(SnippetKind::plain, request_for(full()), full());
  CHECK(html.rfind("<link rel=\"stylesheet\" "
                   "href=\"https://box.example/embed/petition-box.css\" />\n"
                   "<a class=\"petition-box-link\" "
                   "href=\"https://box.example/petitions/clean-water/sign?lang=fr\">"
                   "Signer la pétition</a>\n<div class=\"petition-box\" data-state=\"editing\"",
                   0) == 0);
  CHECK(has(html, "<h2 class=\"title\">Pour une eau propre</h2><div class=\"introduction\">"));
  CHECK(has(html, "<li>Fermer la décharge.</li>"));
  CHECK(has(html, "Le conseil refuse."));
  CHECK(has(html, "<section class=\"signing\""));
  CHECK(has(html,
            "action=\"https://box.example/petitions/clean-water/signatures?lang=fr#pb-errors\""));
  CHECK(has(html, "<form method=\"post\""));
  for (const std::string name : {"given_name", "comment", "consent_sign", "consent_updates"}) {
    CHECK(has(html, " name=\"" + name + '"'));
  }
  CHECK(has(html, "<div class=\"notice\">"));
  CHECK(has(html, "Deux ans."));
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "class=\"jump\""));
  CHECK(times(html, "<div") == times(html, "</div>"));
}

TEST_CASE("snippet: the plain form goes by no id, so that two may be on a page") {
  SnippetRequest request = request_for(full());
  for (const std::int64_t now : {std::int64_t{0}, after_its_end}) {
    request.now = now;
    const std::string html = snippet(SnippetKind::plain, request, full());
    for (const std::string name :
         {" id=", " for=", " aria-labelledby=", " aria-describedby=", "\"#"}) {
      CAPTURE(name);
      CHECK_FALSE(has(html, name));
    }
  }
  request.now = 0;
  const std::string html = snippet(SnippetKind::plain, request, full());
  CHECK(has(html, "aria-label=\"Signer la pétition Pour une eau propre\""));
  CHECK(has(html, "<label class=\"field given_name\"><span>Prénom</span><input type=\"text\""));
  CHECK(has(html, "<label class=\"option\"><input type=\"checkbox\""));
  // Of each control, and of nothing else.
  CHECK(times(html, "<label") == times(html, " autocomplete=") + 2);
}

TEST_CASE("snippet: the level of the headings is told to the element, and drawn in what is drawn") {
  SnippetRequest request = request_for(full());
  request.heading_level = 3;
  CHECK(has(snippet(SnippetKind::element, request, full()), "\n  heading=\"3\">"));
  CHECK(has(snippet(SnippetKind::wrapped, request, full()), "\n  data-heading=\"3\">"));
  CHECK(has(snippet(SnippetKind::pre_rendered, request, full()), "<h3 id=\"pb-title\""));
  CHECK(has(snippet(SnippetKind::plain, request, full()), "<h3 class=\"title\">"));
}

TEST_CASE("snippet: what is closed has no form") {
  SnippetRequest request = request_for(full());
  request.now = after_its_end;
  for (const SnippetKind kind : {SnippetKind::pre_rendered, SnippetKind::plain}) {
    const std::string html = snippet(kind, request, full());
    CHECK(has(html, "data-state=\"closed\""));
    CHECK_FALSE(has(html, "<form"));
  }
}

TEST_CASE("snippet: integrity goes with the files that have it") {
  SnippetRequest request = request_for(full());
  request.integrity = {"1.2.0", "sha256-script", "sha256-style", "sha256-frame", {}};
  const auto tells = [](const std::string& hash) {
    return " integrity=\"sha256-" + hash + "\" crossorigin=\"anonymous\"";
  };
  struct Row {
    SnippetKind kind;
    int script;
    int style;
    int frame;
  };
  const Row rows[] = {{SnippetKind::element, 1, 0, 0},
                      {SnippetKind::wrapped, 1, 0, 0},
                      {SnippetKind::pre_rendered, 1, 1, 0},
                      {SnippetKind::frame, 0, 1, 1},
                      {SnippetKind::plain, 0, 1, 0}};
  for (const auto& [kind, script, style, frame] : rows) {
    const std::string html = snippet(kind, request, full());
    CAPTURE(html);
    CHECK(times(html, tells("script")) == script);
    CHECK(times(html, tells("style")) == style);
    CHECK(times(html, tells("frame")) == frame);
    CHECK(times(html, "integrity") == script + style + frame);
  }
}

TEST_CASE(
    "snippet: a look comes as a stylesheet and an attribute, where the page has the element") {
  SnippetRequest request = request_for(full());
  request.integrity = {"1.2.0", "s", "s", "s", "s", {"sha256-a", "sha256-b", "sha256-c"}};
  request.theme = "plain";
  const std::string sheet =
      "</script>\n<link rel=\"stylesheet\" href=\"https://box.example/embed/themes/plain.css\" "
      "integrity=\"sha256-b\" crossorigin=\"anonymous\" />\n<";
  for (const SnippetKind kind : {SnippetKind::element, SnippetKind::pre_rendered}) {
    CHECK(has(snippet(kind, request, full()), sheet + "petition-box\n"));
    CHECK(has(snippet(kind, request, full()), "\n  theme=\"plain\""));
  }
  CHECK(has(snippet(SnippetKind::wrapped, request, full()), sheet + "div data-petition-box"));
  CHECK(has(snippet(SnippetKind::wrapped, request, full()), "\n  data-theme=\"plain\""));
  for (const SnippetKind kind : {SnippetKind::frame, SnippetKind::plain, SnippetKind::link}) {
    CHECK_FALSE(has(snippet(kind, request, full()), "theme"));
  }
  request.theme.clear();
  CHECK_FALSE(has(snippet(SnippetKind::element, request, full()), "theme"));
}

TEST_CASE("snippet: without a page to sign there is no link") {
  SnippetRequest request = request_for(full());
  request.places.sign_page.clear();
  for (const SnippetKind kind : all_snippet_kinds) {
    CAPTURE(name_of(kind));
    CHECK_FALSE(has(snippet(kind, request, full()), "/sign?"));
  }
}

TEST_CASE("snippet: each kind has the link to the sign page") {
  for (const SnippetKind kind : all_snippet_kinds) {
    CAPTURE(name_of(kind));
    CHECK(times(snippet(kind, request_for(full()), full()), "/clean-water/sign?lang=fr") == 1);
  }
}

TEST_CASE("snippet: words in another language than the box's say so") {
  CHECK(has(snippet(SnippetKind::element, request_for(full(), "de"), full(), "en"),
            "<a href=\"https://box.example/petitions/clean-water/sign?lang=de\" lang=\"en\">"));
}

TEST_CASE("snippet: a count is shown where it is known") {
  SnippetRequest request = request_for(full(), "en");
  // The script finds the place of the count in the one, and never comes to the other.
  CHECK(has(snippet(SnippetKind::pre_rendered, request, full(), "en"),
            "<div class=\"progress\" part=\"progress\" data-waiting=\"\" data-goal=\"\">"));
  CHECK_FALSE(has(snippet(SnippetKind::plain, request, full(), "en"), "progress"));
  request.count = 1234;
  for (const SnippetKind kind : {SnippetKind::pre_rendered, SnippetKind::plain}) {
    const std::string html = snippet(kind, request, full(), "en");
    CHECK(has(html, "1,234 signatures of 2,000"));
    CHECK(has(html, " data-count=\"1234\""));
    CHECK_FALSE(has(html, "data-waiting"));
  }
}

}  // namespace
}  // namespace petition_box
