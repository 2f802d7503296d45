#include <unit/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <markup/html.hpp>
#include <share/update.hpp>

namespace petition_box {
namespace {

constexpr const char* document = R"({"languages": ["fr", "en"],
  "title": {"fr": "L’horloge", "en": "The clock"},
  "share": {"text": {"fr": "Signez", "en": "Sign <it>"}},
  "next": {"reason": "Parce que.", "label": {"fr": "Écrire", "en": "Write"},
           "url": "https://next.example/"}})";

constexpr const char* words = R"j({"share.heading": "Pass it on", "share.button": "Share",
  "share.email": "E-mail", "share.copy": "Copy the link", "share.copied": "Copied.",
  "share.server": "Server", "share.server.missing": "Enter it", "share.next": "And now",
  "new_window": "(new window)"})j";

ShareModel begin(Means means = {}, const char* text = document, const char* shown = "en") {
  auto model =
      ShareModel::begin(text, shown, "en", words, "h3", {"https://a.example/clock", "", ""}, means);
  REQUIRE(model);
  return std::move(*model);
}

std::string html_of(const ShareModel& model) { return write_html(model.view()); }

bool has(const std::string& html, const std::string& part) {
  return html.find(part) != std::string::npos;
}

std::string only(const ShareEffects& effects, ShareEffect expected) {
  REQUIRE(effects.size() == 1);
  REQUIRE(effects[0].effect == expected);
  return effects[0].texts.front();
}

TEST_CASE("share: the ways are links with the document's text, in the language of the box") {
  const std::string html = html_of(begin());
  CHECK(has(html, "<h3 id=\"pb-share-share-heading\" class=\"heading\">Pass it on</h3>"));
  CHECK(
      has(html, "href=\"mailto:?subject=The%20clock&amp;body=Sign%20%3Cit%3E%0D%0A%0D%0Ahttps%3A"));
  CHECK(has(html, "href=\"https://bsky.app/intent/compose?text=Sign%20%3Cit%3E%0Ahttps%3A"));
  CHECK(has(html, "target=\"_blank\" rel=\"noopener noreferrer\""));
  CHECK_FALSE(has(html, "data-share=\"device\""));
  CHECK_FALSE(has(html, "data-share=\"copy\""));
}

TEST_CASE("share: the petition is told in the language in which it is shown") {
  CHECK(has(html_of(begin({}, document, "fr")), "subject=L%E2%80%99horloge&amp;body=Signez"));
  CHECK(has(html_of(begin({}, document, "fr")), "lang=\"fr\" dir=\"ltr\">\u00c9crire"));
  CHECK(has(html_of(begin({}, document, "he")), "subject=The%20clock"));
}

TEST_CASE("share: without a text the title is told") {
  const auto model = begin({}, R"({"languages": ["en"], "title": "A & B"})");
  CHECK(has(html_of(model), "text=A%20%26%20B%0Ahttps"));
  CHECK_FALSE(has(html_of(model), "class=\"step\""));
}

TEST_CASE("share: the next step has its reason, marked with its language") {
  const std::string html = html_of(begin());
  CHECK(has(html, "<p lang=\"fr\" dir=\"ltr\">Parce que.</p>"));
  CHECK(has(html, "href=\"https://next.example/\""));
}

TEST_CASE("share: what is wrong with the next step leaves the ways as they are") {
  const auto model = begin({}, R"j({"languages": ["en"], "title": "A",
    "next": {"label": "B", "url": "javascript:alert(1)"}})j");
  CHECK_FALSE(has(html_of(model), "javascript"));
  CHECK(has(html_of(model), "https://t.me/share/url"));
}

TEST_CASE("share: a press of a link is told once, by its way") {
  auto model = begin();
  CHECK(only(model.press("whatsapp", ""), ShareEffect::raise) == "whatsapp");
}

TEST_CASE("share: the device shares, and tells when it has") {
  auto model = begin({true, false});
  const ShareEffects effects = model.press("device", "");
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].effect == ShareEffect::share);
  CHECK(effects[0].texts ==
        std::vector<std::string>{"The clock", "Sign <it>", "https://a.example/clock"});
  CHECK(model.end("device", Ending::given_up).empty());
  CHECK(only(model.end("device", Ending::done), ShareEffect::raise) == "device");
  CHECK(only(model.end("device", Ending::impossible), ShareEffect::focus) == "pb-share-email");
  CHECK_FALSE(has(html_of(model), "data-share=\"device\""));
}

TEST_CASE("share: the link is copied, or can be copied by hand") {
  auto model = begin({false, true});
  CHECK(has(html_of(model), "role=\"status\"></p>"));
  CHECK(only(model.press("copy", ""), ShareEffect::copy) == "https://a.example/clock");
  CHECK(only(model.end("copy", Ending::impossible), ShareEffect::focus) == "pb-share-address");
  CHECK(has(html_of(model), "readonly=\"\" dir=\"ltr\" value=\"https://a.example/clock\""));
  CHECK(only(model.end("copy", Ending::done), ShareEffect::raise) == "copy");
  CHECK(has(html_of(model), "role=\"status\">Copied.</p>"));
}

TEST_CASE("share: Mastodon asks for the server, and keeps what was typed") {
  auto model = begin();
  CHECK_FALSE(has(html_of(model), "<form"));
  CHECK(only(model.press("mastodon", ""), ShareEffect::focus) == "pb-share-server");
  CHECK(only(model.press("server", "nowhere"), ShareEffect::focus) == "pb-share-server");
  CHECK(has(html_of(model), "value=\"nowhere\" aria-invalid=\"true\""));
  const ShareEffects effects = model.press("server", "social.example");
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].effect == ShareEffect::open);
  CHECK(effects[0].texts.front().rfind("https://social.example/share?text=Sign", 0) == 0);
  CHECK(effects[1].texts.front() == "mastodon");
  CHECK_FALSE(has(html_of(model), "aria-invalid"));
}

TEST_CASE("share: without script there are only links") {
  const auto source = read_share_source(document);
  const auto read = Catalogue::read("en", words);
  const Catalogue& catalogue = *std::get_if<Catalogue>(&read);
  const std::string html = write_html(
      share_view({catalogue, source, told(source, {"en"}, "https://a.example/"), {"en"}}));
  CHECK_FALSE(has(html, "<button"));
  CHECK_FALSE(has(html, "Mastodon"));
  CHECK(has(html, "https://wa.me/?text="));
  const std::string unknown =
      write_html(share_view({catalogue, source, told(source, {"en"}, ""), {"en"}}));
  CHECK_FALSE(has(unknown, "wa.me"));
  CHECK(has(unknown, "https://next.example/"));
}

}  // namespace
}  // namespace petition_box
