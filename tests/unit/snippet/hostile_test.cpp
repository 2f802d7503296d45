#include <unit/catch.hpp>
#include <unit/snippet/pasting.hpp>

#include <set>

#include <nlohmann/json.hpp>

#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

const std::string attack =
    "'\"></script></template></iframe></textarea><img src=x onerror=a()>&lt;";

// Every text of the document begins with the attack, but for those that have to keep to a form.
void attack_texts(nlohmann::json& value, const std::string& name = {}) {
  static const std::set<std::string> formal{"petition", "languages", "date",
                                            "name",     "closes",    "initial"};
  if (value.is_string() && name == "privacy_policy") {
    value = "https://example.org/?\"><img/src=x/onerror=a()>";
  } else if (value.is_string() && name == "version") {
    value = attack.substr(0, most_version_length);
  } else if (value.is_string() && name != "contact" && name != "source") {
    value = attack + value.get<std::string>();
  }
  if (!value.is_structured()) return;
  for (auto& [key, child] : value.items()) {
    const std::string child_name = value.is_object() ? key : name;
    const bool is_text_object = child.is_object() && child_name == "name";
    if (formal.count(child_name) == 0 || is_text_object) attack_texts(child, child_name);
  }
}

Petition hostile_petition() {
  auto document = nlohmann::json::parse(documents::full);
  attack_texts(document);
  return documents::read(document.dump());
}

SnippetRequest hostile_request() {
  SnippetRequest request;
  request.places = {"/" + attack + "/", "/" + attack, "/" + attack, "/" + attack, "/" + attack};
  // A form is sent nowhere else than to an address.
  request.places.endpoint = "/?\"><img/src=x/onerror=a()>";
  request.integrity = {attack, attack, attack, attack, attack};
  request.language = attack;
  request.accent = attack;
  return request;
}

TEST_CASE("snippet: whatever a document or a request says stays text") {
  const Petition petition = hostile_petition();
  const SnippetRequest request = hostile_request();
  struct Row {
    SnippetKind kind;
    int scripts;
    int templates;
    int frames;
    int textareas;
  };
  const Row rows[] = {{SnippetKind::element, 1, 0, 0, 0},      {SnippetKind::wrapped, 1, 0, 0, 0},
                      {SnippetKind::pre_rendered, 1, 1, 0, 1}, {SnippetKind::frame, 1, 0, 1, 0},
                      {SnippetKind::plain, 0, 0, 0, 1},        {SnippetKind::link, 0, 0, 0, 0}};
  for (const auto& [kind, scripts, templates, frames, textareas] : rows) {
    const std::string html = snippet(kind, request, petition);
    CAPTURE(html);
    CHECK(times(html, "&lt;img") > 0);
    CHECK_FALSE(has(html, "<img"));
    CHECK_FALSE(has(html, "'"));
    CHECK(times(html, "</script>") == scripts);
    CHECK(times(html, "<script") == scripts);
    CHECK(times(html, "</template>") == templates);
    CHECK(times(html, "</iframe>") == frames);
    CHECK(times(html, "</textarea>") == textareas);
    CHECK(times(html, "\"") % 2 == 0);
    CHECK_FALSE(has(html, "&lt;&amp;lt;img"));
  }
}

TEST_CASE("snippet: no form is sent to an address that is none of ours") {
  const Petition petition = documents::read(documents::full);
  SnippetRequest request = request_for(petition);
  for (const std::string address : {"", "javascript:alert(1)", "data:text/html,x", "/a b"}) {
    CAPTURE(address);
    request.places.endpoint = address;
    for (const SnippetKind kind : {SnippetKind::pre_rendered, SnippetKind::plain}) {
      CHECK_FALSE(has(snippet(kind, request, petition), "<form"));
    }
  }
}

}  // namespace
}  // namespace petition_box
