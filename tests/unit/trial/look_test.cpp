#include <unit/catch.hpp>
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
  CHECK(form.sentence == "The form has the fields name, mail.");
}

TEST_CASE("look: what a page is called is shown") {
  CHECK(seen("proca", 200, R"j({"data": {"actionPage": {"name": "train/en",
                                "org": {"title": "Example"}}}})j")
            .sentence == "Found: train/en, Example.");
}

TEST_CASE("look: where nothing is seen the reason is told") {
  CHECK(seen("contact-form-7", 404, R"j({"code": "wpcf7_not_found"})j").sentence ==
        "The site has no form of that number.");
  CHECK(seen("contact-form-7", 200, "[]").sentence ==
        "Nothing of that kind is there. The answer has the status 200.");
  CHECK(seen("contact-form-7", 0, "").sentence.find("No answer can be read here") == 0);
}

}  // namespace
}  // namespace petition_box
