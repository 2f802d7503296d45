#include <utility>

#include <box/view.hpp>
#include <endpoint/environment.hpp>
#include <endpoint/pages.hpp>
#include <language/language.hpp>
#include <language/tag.hpp>
#include <markup/html.hpp>

namespace petition_box::endpoint {
namespace {

// What the page is about at this stage: the key of the box's own words for it.
struct HeadingKey {
  const char* operator()(const Rejected& /*unused*/) const { return "errors_heading"; }
  const char* operator()(const Failed& /*unused*/) const { return "status.failed.heading"; }
  const char* operator()(const Signed& /*unused*/) const { return "status.signed.heading"; }
  const char* operator()(const Closed& /*unused*/) const { return "status.closed.heading"; }

  template <class Other>
  const char* operator()(const Other& /*unused*/) const {
    return "sign_heading";
  }
};

// No script runs on these pages, whatever may be written on them.
constexpr const char* policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'";

constexpr const char* page_style = R"css(body {
  max-inline-size: 68rem;
  margin: 0 auto;
  padding: 1rem;
  background: light-dark(#eef1ef, #0d1013);
  color: light-dark(#1b1f24, #e9ecef);
  font-family: system-ui, sans-serif;
}

h1 {
  margin-block: 0.5rem 1rem;
  font-size: 1.25rem;
}
)css";

Reply html(unsigned status, const std::string& language, const std::string& title,
           const std::string& body) {
  const bool leftwards = direction_of(language) == Direction::right_to_left;
  std::string page = "<!doctype html>\n<html lang=\"" + escape_html(language) + "\" dir=\"";
  page += leftwards ? "rtl" : "ltr";
  page += R"(">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/embed/petition-box.css">
<title>)" +
          escape_html(title) + "</title>\n</head>\n<body>\n" + body + "\n</body>\n</html>\n";
  return reply(status, "text/html; charset=utf-8", std::move(page))
      .set("Cache-Control", "no-store")
      .set("Content-Security-Policy", policy)
      .set("Referrer-Policy", "same-origin");
}

}  // namespace

Reply Pages::sign(const Petition& petition, const std::string& language) const {
  Model model = model_of(petition, language, Editing{});
  if (petition.is_closed(now())) model.stage = Closed{};
  for (const FieldRequest& request : petition.fields) {
    model.answers[request.field] = request.initial;
  }
  // So that pressing twice counts once.
  model.submission_id = new_uuid();
  return page(200, model);
}

Reply Pages::refuse(const Petition& petition, const std::string& language, const Signature& typed,
                    std::vector<FieldError> errors) const {
  Model model = model_of(petition, language, Rejected{});
  model.answers = typed.answers;
  model.submission_id = is_uuid(typed.submission_id) ? typed.submission_id : new_uuid();
  model.checked = true;
  model.errors = std::move(errors);
  return page(422, model);
}

Reply Pages::fail(const Petition& petition, const std::string& language,
                  const Signature& typed) const {
  Model model = model_of(petition, language, Failed{});
  model.answers = typed.answers;
  model.submission_id = typed.submission_id;
  return page(503, model);
}

Reply Pages::closed(const Petition& petition, const std::string& language) const {
  return page(410, model_of(petition, language, Closed{}));
}

Reply Pages::thanks(const Petition& petition, const std::string& language) const {
  return page(200, model_of(petition, language, Signed{})).set("X-Robots-Tag", "noindex");
}

Reply Pages::problem(const Problem& problem) {
  const std::string title(title_of(problem.status));
  return html(problem.status, "en", title,
              "<main><h1>" + title + "</h1><p>" + escape_html(problem.detail) + "</p></main>");
}

Reply Pages::style() {
  return reply(200, "text/css; charset=utf-8", page_style).set("Cache-Control", "no-cache");
}

Model Pages::model_of(const Petition& petition, const std::string& language, Stage stage) const {
  Model model;
  model.languages.push_back(language);
  model.languages.insert(model.languages.end(), petition.languages.begin(),
                         petition.languages.end());
  model.petition = petition;
  model.catalogue = catalogues_.in(model.languages);
  // The language goes with the form, so that its answer is in it, and the statements are known that
  // were beside the boxes.
  model.configuration.endpoint = "/petitions/" + petition.id + "/signatures";
  if (is_language_tag(language)) model.configuration.endpoint += "?lang=" + language;
  // Where the browser goes in the page that it gets, if that has errors.
  model.configuration.endpoint += "#pb-errors";
  model.count = count_.of(petition.id);
  model.stage = stage;
  return model;
}

Reply Pages::page(unsigned status, const Model& model) const {
  const Language language(*model.catalogue, platform_);
  const std::string heading = language.say(std::visit(HeadingKey{}, model.stage));
  const std::string& title = model.petition->title.in(model.languages).text;
  return html(status, language.tag(), heading + " \u2013 " + title,
              "<main>\n<h1>" + escape_html(heading) + "</h1>\n" +
                  write_html(view(model, platform_)) + "\n</main>");
}

}  // namespace petition_box::endpoint
