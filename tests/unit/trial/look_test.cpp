#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <trial/look.hpp>

namespace petition_box {
namespace {

Seen seen(const std::string& protocol, int status, const std::string& body) {
  Response response;
  response.status = status;
  response.body = body;
  return seen_in(described_by(source("embed/protocols/" + protocol + ".json")), response);
}

TEST_CASE("look: the fields of a form are told, each once") {
  const Seen form = seen("contact-form-7", 200,
                         R"j({"rules": [{"rule": "required", "field": "name"},
                              {"rule": "required", "field": "mail"},
                              {"rule": "email", "field": "mail"}]})j");
  CHECK(form.fields == std::vector<std::string>{"name", "mail"});
}

TEST_CASE("look: what a page is called is shown") {
  CHECK(seen("proca", 200, R"j({"data": {"actionPage": {"name": "train/en",
                                "org": {"title": "Example"}}}})j")
            .shown == "train/en, Example");
}

TEST_CASE("look: it waits for the address and the form, and for no names") {
  const Description description = described_by(source("embed/protocols/contact-form-7.json"));
  const auto may = [&](const std::string& endpoint) {
    const Petition petition = documents::read(with_endpoint(documents::small, endpoint));
    return may_look({description, petition, petition.endpoint, "https://a.example"});
  };
  CHECK(may(R"j({"url": "https://a.example", "form": 8})j"));
  CHECK_FALSE(may(R"j({"url": "https://a.example"})j"));
  CHECK_FALSE(may(R"j({"form": 8})j"));
}

TEST_CASE("look: where nothing is seen the reason is told") {
  CHECK(seen("contact-form-7", 404, R"j({"code": "wpcf7_not_found"})j").rule == "/answers/10");
  CHECK(seen("contact-form-7", 200, "[]").shown.empty());
  CHECK(seen("contact-form-7", 0, "").rule.empty());
}

}  // namespace
}  // namespace petition_box
