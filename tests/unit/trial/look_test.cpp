#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <json/make.hpp>
#include <json/write.hpp>
#include <trial/look.hpp>

namespace petition_box {
namespace {

DescribedEndpoint endpoint(const std::string& protocol) {
  return {described_by(source("embed/protocols/" + protocol + ".json")),
          documents::read(with_endpoint(documents::small, R"j({"url": "https://a.example",
                                        "form": 8, "page": 42})j"))};
}

Response response(int status, const std::string& body) {
  Response response;
  response.status = status;
  response.body = body;
  return response;
}

Findings found_by(const std::string& protocol, const std::vector<Response>& responses) {
  const DescribedEndpoint described = endpoint(protocol);
  return findings_in(*described, responses);
}

// As WordPress tells pages: each as an item of a list.
std::string pages(const std::vector<std::string>& contents) {
  json::Value list = json::make(json::Kind::array);
  for (const std::string& html : contents) {
    json::Value content = json::make(json::Kind::object);
    json::put(content, "rendered", json::make_text(html));
    json::Value page = json::make(json::Kind::object);
    json::put(page, "content", std::move(content));
    list.members.push_back({{}, std::move(page)});
  }
  return json::write(list);
}

std::string form(const std::string& number, const std::string& controls) {
  return R"j(<form action="#"><input type="hidden" name="_wpcf7" value=")j" + number + "\" />" +
         controls + "</form>";
}

const std::string schema = R"j({"rules": [{"rule": "required", "field": "name"},
                                          {"rule": "required", "field": "mail"},
                                          {"rule": "email", "field": "mail"}]})j";

TEST_CASE("look: the fields of a form are told, each once") {
  const Findings form = found_by("contact-form-7", {response(200, schema)});
  CHECK(form.fields == std::vector<std::string>{"name", "mail"});
}

TEST_CASE("look: what a page is called is shown") {
  CHECK(found_by("proca", {response(200, R"j({"data": {"actionPage": {"name": "train/en",
                                          "org": {"title": "Example"}}}})j")})
            .shown == "train/en, Example");
}

TEST_CASE("look: of the pages of a site, the form that is meant says its fields and consents") {
  const std::string box =
      R"j(<span class="wpcf7-form-control wpcf7-acceptance optional"><label>
          <input type="checkbox" name="news" value="1" />Send me news.</label></span>)j";
  const Findings found = found_by(
      "contact-form-7",
      {response(200, schema),
       response(200,
                pages({"<p>None.</p>", form("7", "<input name=other>"),
                       form("8", "<input name='mail[]'><input name=zip>" + box), form("8", box)})),
       response(200, "[]")});
  CHECK(found.fields == std::vector<std::string>{"mail[]", "zip"});
  REQUIRE(found.consents.size() == 1);
  CHECK(found.consents[0].name == "news");
  CHECK(found.consents[0].statement == "Send me news.");
  CHECK(found.consents[0].optional);
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

TEST_CASE("look: it asks for all that the description names") {
  const DescribedEndpoint described = endpoint("contact-form-7");
  json::Mistakes mistakes;
  const auto requests = described::ask_looks(*described, mistakes);
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].url ==
        "https://a.example/wp-json/contact-form-7/v1/contact-forms/8/feedback/schema");
  CHECK(requests[1].url ==
        "https://a.example/wp-json/wp/v2/pages?search=contact-form-7&per_page=100&_fields=content");
  CHECK(requests[1].method == "GET");
}

TEST_CASE("look: where nothing is found the reason is told") {
  const Response none = response(404, R"j({"code": "wpcf7_not_found"})j");
  CHECK(found_by("contact-form-7", {none, response(200, "[]")}).rule == "/answers/10");
  CHECK(found_by("contact-form-7", {response(200, schema), none}).rule.empty());
  CHECK(found_by("contact-form-7", {response(200, "[]")}).shown.empty());
  CHECK(found_by("contact-form-7", {response(0, "")}).rule.empty());
  CHECK(found_by("contact-form-7", {}).fields.empty());
}

}  // namespace
}  // namespace petition_box
