#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/snippet/pasting.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <memory>
#include <string>
#include <variant>

#include <unit/box/visitor.hpp>
#include <unit/icu/remembering_icu.hpp>

namespace petition_box {
namespace {

// At a Contact Form 7, with more options.
std::string at_form(const std::string& names, const std::string& more) {
  return R"j({"protocol": "contact-form-7", "url": "https://site.example", "form": 8, )j" + more +
         "\"names\": {" + names + "}}";
}

const std::string page = R"j("page": "https://site.example/sign/", )j";

struct Abroad {
  Petition petition;
  SnippetRequest request;

  Abroad(const std::string& document, const std::string& endpoint, const char* protocol)
      : petition(documents::read(with_endpoint(document, endpoint))),
        request(request_for(petition)) {
    request.description = std::make_shared<const Description>(
        described_by(source(std::string("embed/protocols/") + protocol + ".json")));
  }

  std::string pasted(SnippetKind kind) const { return snippet(kind, request, petition); }

  // What whoever wrote the document is told of it.
  std::string told(SnippetKind kind) const {
    static const RememberingIcu platform;
    const auto read = Catalogue::read("fr", catalogue_text("fr"));
    const json::Mistakes mistakes =
        what_lacks(kind, request, std::make_shared<const Petition>(petition),
                   std::make_shared<const Catalogue>(std::get<Catalogue>(read)), platform);
    if (mistakes.empty()) return {};
    return (json::has_error(mistakes) ? "error: " : "warning: ") + json::describe(mistakes);
  }
};

Abroad at_page(const std::string& more = page) {
  return {documents::small, at_form(R"j("email_address": "your-email", "sign": "agreed")j", more),
          "contact-form-7"};
}

Abroad at_proca() {
  return {documents::small,
          R"j({"protocol": "proca", "url": "https://proca.example/api", "page": 42})j", "proca"};
}

TEST_CASE("described snippet: a plain one is the form that its endpoint takes") {
  const Abroad abroad = at_page();
  const std::string html = abroad.pasted(SnippetKind::plain);
  CHECK(has(html, R"(method="post")"));
  CHECK(has(html, R"(action="https://site.example/sign/" enctype="multipart/form-data")"));
  CHECK(has(html, R"(name="your-email")"));
  CHECK(has(html, R"(name="agreed" value="1")"));
  CHECK(has(html, R"(<input type="hidden" name="_wpcf7" value="8" />)"));
  CHECK_FALSE(has(html, R"(name="email_address")"));
  CHECK_FALSE(has(html, "submission_id"));
  CHECK_FALSE(has(html, "data-name"));
  CHECK_FALSE(has(html, "/signatures"));
  CHECK(abroad.told(SnippetKind::plain).empty());
}

TEST_CASE("described snippet: a pre-rendered one is that form until its script takes it over") {
  const Abroad abroad = at_page();
  const std::string html = abroad.pasted(SnippetKind::pre_rendered);
  CHECK(has(html, R"(action="https://site.example/sign/")"));
  CHECK(has(html, R"(name="your-email")"));
  CHECK(has(html, R"(data-name="email_address")"));
  CHECK(has(html, R"(data-name="consent_sign")"));
  // The script finds what it would make itself, so what is said besides is not in the box.
  CHECK(has(html, R"(</div><input type="hidden" name="_wpcf7" value="8" form="pb-form" />)"));
  CHECK_FALSE(has(html, R"(name="submission_id")"));
  CHECK_FALSE(has(html, "/signatures"));
  CHECK(has(html, R"(protocol="contact-form-7")"));
  CHECK(abroad.told(SnippetKind::pre_rendered).empty());
}

TEST_CASE("described snippet: where there is no such form, the link stands in its place") {
  for (const Abroad& abroad : {at_proca(), at_page("")}) {
    const std::string plain = abroad.pasted(SnippetKind::plain);
    CHECK_FALSE(has(plain, "<form"));
    CHECK_FALSE(has(plain, "<input"));
    CHECK(has(plain, R"(<a href="https://box.example/petitions/bees/sign?lang=en")"));
    CHECK(times(plain, "/sign?lang=") == 1);
    CHECK_FALSE(has(plain, "petition-box-link"));
    const std::string pre_rendered = abroad.pasted(SnippetKind::pre_rendered);
    CHECK_FALSE(has(pre_rendered, "<form"));
    CHECK(times(pre_rendered, "<slot></slot>") == 1);
    for (const SnippetKind kind : {SnippetKind::plain, SnippetKind::pre_rendered}) {
      const std::string told = abroad.told(kind);
      INFO(told);
      CHECK(has(told, "warning: /endpoint/protocol: expected an endpoint with a form that works "));
      CHECK(has(told, name_of(kind)));
    }
    CHECK(abroad.told(SnippetKind::frame).empty());
    CHECK(abroad.told(SnippetKind::link).empty());
  }
}

TEST_CASE("described snippet: without a form and without a sign page there is nothing to paste") {
  Abroad abroad = at_proca();
  abroad.request.places.sign_page.clear();
  CHECK(has(abroad.told(SnippetKind::plain), "error: "));
  CHECK(abroad.told(SnippetKind::element).empty());
}

TEST_CASE("described snippet: a no that is not sent is no button, which could not be unpressed") {
  const std::string names = R"j("given_name": "a", "email_address": "b", "phone_number": "c",
    "organization": "d", "country": "e", "postal_code": "f", "profession": "g", "days": "h[]",
    "lives_here": "i", "trips": "j", "birth_date": "k", "story": "l", "nickname": "m",
    "updates": "n", "updates_partner": "o")j";
  const std::string document =
      documents::changed(documents::survey, R"j("value": "other")j", R"j("value": "refused")j");
  const Abroad abroad(document, at_form(names, page), "contact-form-7");
  for (const SnippetKind kind : {SnippetKind::plain, SnippetKind::pre_rendered}) {
    const std::string html = abroad.pasted(kind);
    CHECK(times(html, R"(name="o")") == 1);
    CHECK(has(html, R"(type="checkbox")"));
    // The petition's own option of that name stays what it is.
    CHECK(times(html, R"(name="g")") == 2);
    CHECK(has(html, R"(name="g" value="refused")"));
  }
}

TEST_CASE("snippet: a form goes to the address that the document has for its endpoint") {
  const Petition petition = documents::read(
      with_endpoint(documents::small, R"j({"url": "https://other.example/sign"})j"));
  const SnippetRequest request = request_for(petition);
  for (const SnippetKind kind : {SnippetKind::plain, SnippetKind::pre_rendered}) {
    const std::string html = snippet(kind, request, petition);
    CHECK(has(html, R"(action="https://other.example/sign?lang=)"));
    CHECK_FALSE(has(html, "/signatures"));
  }
}

}  // namespace
}  // namespace petition_box
