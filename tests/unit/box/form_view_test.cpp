#include <string_view>

#include <unit/catch.hpp>

#include <markup/html.hpp>
#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using documents::changed;

const Node& at(const Node& view, std::string_view id) {
  const Node* node = find(view, [&](const Node& n) { return value_of(n, "id") == id; });
  if (node == nullptr) FAIL("no element with the id " << id);
  return *node;
}

// The attributes of the element that a browser or a screen reader goes by.
std::string seen(const Node& node) {
  std::string all(node.tag);
  for (const Attribute& attribute : node.attributes) {
    if (attribute.name != "class") all += ' ' + std::string(attribute.name) + '=' + attribute.value;
  }
  return all;
}

std::string label_of(const Node& view, const std::string& id) {
  const Node* label = find(
      view, [&](const Node& node) { return node.tag == "label" && value_of(node, "for") == id; });
  return label == nullptr ? "none" : text_of(*label);
}

TEST_CASE("view: browsers are told what each field is, so that they can fill it in") {
  const Visitor visitor = reader_of(documents::full);
  const Node view = visitor.view();
  CHECK(seen(at(view, "pb-given_name")) ==
        "input type=text id=pb-given_name name=given_name autocomplete=given-name dir=auto "
        "spellcheck=false autocapitalize=off required= value=");
  CHECK(seen(at(view, "pb-family_name")) ==
        "input type=text id=pb-family_name name=family_name autocomplete=family-name dir=auto "
        "spellcheck=false autocapitalize=off required= value=");
  CHECK(seen(at(view, "pb-email_address")) ==
        "input type=email id=pb-email_address name=email_address autocomplete=email dir=ltr "
        "spellcheck=false autocapitalize=off required= value=");
  CHECK(seen(at(view, "pb-country")) ==
        "select id=pb-country name=country autocomplete=country required= value=FR");
  CHECK(seen(at(view, "pb-postal_code")) ==
        "input type=text id=pb-postal_code name=postal_code autocomplete=postal-code dir=ltr "
        "spellcheck=false autocapitalize=off required= value=");
  CHECK(seen(at(view, "pb-comment")) ==
        "textarea id=pb-comment name=comment autocomplete=off dir=auto rows=4 value=");
}

TEST_CASE("view: a label is the field's name, and says where an answer is optional") {
  const Node view = reader_of(documents::full).view();
  CHECK(label_of(view, "pb-given_name") == "First name");
  CHECK(label_of(view, "pb-email_address") == "E-mail address");
  CHECK(label_of(view, "pb-comment") == "Comment (optional)");
  CHECK(label_of(view, "pb-consent_sign") == "I sign.");
  CHECK(label_of(view, "pb-consent_updates") == "Keep me informed. (optional)");
}

TEST_CASE("view: only what the petition asks for is asked") {
  std::string names;
  each(reader_of(documents::small).view(), [&](const Node& node) {
    if (is_control(node)) names += value_of(node, "name") + ' ';
  });
  CHECK(names == "email_address consent_sign ");
}

TEST_CASE("view: controls show what the signer typed and ticked") {
  Visitor visitor = reader_of(documents::full);
  visitor.type(Field::given_name, " Ada\u00a0");
  visitor.type(Field::comment, "one\n<b>two");
  visitor.type(Field::country, "BE");
  visitor.tick(Purpose::sign);
  const Node view = visitor.view();
  CHECK(value_of(at(view, "pb-given_name"), "value") == " Ada\u00a0");
  CHECK(value_of(at(view, "pb-comment"), "value") == "one\n<b>two");
  CHECK(value_of(at(view, "pb-country"), "value") == "BE");
  CHECK(value_of(at(view, "pb-consent_sign"), "checked") == "checked");
  CHECK(value_of(at(view, "pb-consent_sign"), "value") == "given");
  CHECK(value_of(at(view, "pb-consent_updates"), "checked").empty());
}

TEST_CASE("view: every country can be chosen, in the order of the reader's language") {
  const Node view = reader_of(documents::full).view();
  const Node& select = at(view, "pb-country");
  CHECK(select.children.size() == 251);
  CHECK(text_of(*select.children[0]) == "Choose a country");
  CHECK(value_of(*select.children[0], "value").empty());
  CHECK(text_of(*select.children[1]) == "Afghanistan");
  CHECK(value_of(*select.children[1], "value") == "AF");
}

TEST_CASE("view: the form is checked by the box, and sent by the browser where there is none") {
  const Node view = reader_of(documents::full).view();
  const Node* form = find(view, [](const Node& node) { return node.tag == "form"; });
  REQUIRE(form != nullptr);
  CHECK(seen(*form) == "form method=post novalidate= action=/signatures accept-charset=utf-8");
  std::string hidden;
  each(*form, [&](const Node& node) {
    if (value_of(node, "type") == "hidden") {
      hidden += value_of(node, "name") + "=" + value_of(node, "value") + " ";
    }
  });
  CHECK(hidden == "language=en document_version=2026-02-01 submission_id= ");
  CHECK(seen(at(view, "pb-submit")) == "button type=submit id=pb-submit");
}

TEST_CASE("view: a form that is sent without script carries the id of its signature") {
  Visitor visitor = reader_of(documents::small);
  visitor.model.submission_id = "919108f7-52d1-4320-9bac-f847db4148a8";
  const Node view = visitor.view();
  const Node* hidden =
      find(view, [](const Node& node) { return value_of(node, "name") == "submission_id"; });
  REQUIRE(hidden != nullptr);
  CHECK(value_of(*hidden, "value") == "919108f7-52d1-4320-9bac-f847db4148a8");
}

TEST_CASE("view: an error stands at its field and in the summary, in the same words") {
  Visitor visitor = reader_of(documents::full);
  visitor.type(Field::postal_code, "7501");
  visitor.type(Field::given_name, std::string(256, 'x'));
  visitor.submit();
  const Node view = visitor.view();
  const Node& summary = at(view, "pb-errors");
  CHECK(value_of(summary, "tabindex") == "-1");
  CHECK(text_of(summary) ==
        "Check these answersShorten this to at most 255 charactersEnter your last name"
        "Enter your e-mail addressEnter a postcode such as 75011Tick the box to sign the petition");
  CHECK(text_of(at(view, "pb-postal_code-error")) == "Error: Enter a postcode such as 75011");
  const Node& control = at(view, "pb-postal_code");
  CHECK(value_of(control, "aria-invalid") == "true");
  CHECK(value_of(control, "aria-describedby") == "pb-postal_code-error");
  CHECK(value_of(at(view, "pb-consent_sign"), "aria-invalid") == "true");
  CHECK(at(view, "pb-country").find("aria-invalid") == nullptr);
}

TEST_CASE("view: each link of the summary leads to its field") {
  Visitor visitor = reader_of(documents::full);
  visitor.submit();
  std::string links;
  each(at(visitor.view(), "pb-errors"), [&](const Node& node) {
    if (node.tag == "a") links += value_of(node, "data-press") + ' ' + value_of(node, "href") + ' ';
  });
  CHECK(links ==
        "focus:pb-given_name #pb-given_name focus:pb-family_name #pb-family_name "
        "focus:pb-email_address #pb-email_address focus:pb-postal_code #pb-postal_code "
        "focus:pb-consent_sign #pb-consent_sign ");
  visitor.send(Pressed{"focus:pb-country"});
  CHECK(visitor.focused() == std::vector<std::string>{"pb-country"});
}

TEST_CASE("view: everything that the law wants told stands beside the button") {
  const Node view = reader_of(documents::full).view();
  const Node* notice =
      find(view, [](const Node& node) { return value_of(node, "class") == "notice"; });
  REQUIRE(notice != nullptr);
  const std::string text = text_of(*notice);
  for (const std::string part : {"Test Association", "Handing the petition in.", "Two years.",
                                 "withdraw your consent", "data protection authority"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
  std::string links;
  each(*notice, [&](const Node& node) {
    if (node.tag == "a") links += value_of(node, "href") + ' ' + value_of(node, "rel") + ' ';
  });
  CHECK(links ==
        "mailto:contact@example.org noopener noreferrer "
        "https://example.org/privacy noopener noreferrer ");
}

TEST_CASE("view: hostile text is text, wherever a document has it") {
  const std::string hostile = "<img src=x onerror=alert(1)></script><script>alert(1)</script>";
  std::string document = documents::full;
  for (const std::string text : {"For clean water", "Water belongs to everyone.", "Close the dump.",
                                 "The dump opens.", "Test Association", "Handing the petition in.",
                                 "Two years.", "I sign.", "Keep me informed.", "2026-02-01"}) {
    document = changed(document, text, hostile);
  }
  Visitor visitor = reader_of(document);
  REQUIRE(visitor.state() == "editing");
  const std::string html = write_html(visitor.view());
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("&lt;img src=x onerror=alert(1)&gt;") != std::string::npos);
}

TEST_CASE("view: there is always one live region, which is empty while the signer edits") {
  Visitor visitor = reader_of(documents::full);
  const Node editing = visitor.view();
  CHECK(seen(at(editing, "pb-status")) == "div id=pb-status role=status tabindex=-1");
  CHECK(text_of(at(editing, "pb-status")).empty());
  visitor.fill_in();
  visitor.submit();
  CHECK(text_of(at(visitor.view(), "pb-status")) == "Sending your signature…");
  visitor.answer_signature({201, "", R"({"status":"received"})"});
  CHECK(text_of(at(visitor.view(), "pb-status")) ==
        "Thank you, you have signedYour signature has been received. "
        "Each person is counted once.");
}

TEST_CASE("view: the bar is never longer than whole, and its words tell the true number") {
  Visitor visitor = reader_of(documents::full);
  visitor.answer("/signatures", {200, "", R"({"count":34567})"});
  const Node view = visitor.view();
  const Node* bar = find(view, [](const Node& node) { return node.tag == "progress"; });
  REQUIRE(bar != nullptr);
  CHECK(value_of(*bar, "value") == "20000");
  CHECK(value_of(*bar, "aria-valuetext") == "34,567 signatures of 20,000");
}

TEST_CASE("view: without a goal, the number of signatures stands alone") {
  Visitor visitor = reader_of(documents::small);
  visitor.answer("/signatures", {200, "", R"({"count":1})"});
  const Node view = visitor.view();
  CHECK(find(view, [](const Node& node) { return node.tag == "progress"; }) == nullptr);
  CHECK(text_of(view).find("1 signature") != std::string::npos);
}

TEST_CASE("view: headings come in their order, and each part has one") {
  std::string headings;
  Visitor visitor = reader_of(documents::full);
  visitor.submit();
  each(visitor.view(), [&](const Node& node) {
    if (node.tag.size() == 2 && node.tag[0] == 'h') {
      headings += std::string(node.tag) + " " + text_of(node) + "; ";
    }
  });
  CHECK(headings ==
        "h2 For clean water; h3 What we ask for; h3 What has happened; h3 Sign the petition; "
        "h4 Check these answers; ");
}

TEST_CASE("view: a language that is written from right to left is marked so") {
  const std::string document =
      changed(changed(documents::small, "[\"en\"]", "[\"ar\"]"), "For the bees", "من أجل النحل");
  const Node view = reader_of(document).view();
  CHECK(value_of(view, "lang") == "en");
  CHECK(value_of(view, "dir") == "ltr");
  const Node* title = find(view, [](const Node& node) { return node.tag == "h2"; });
  REQUIRE(title != nullptr);
  CHECK(value_of(*title, "lang") == "ar");
  CHECK(value_of(*title, "dir") == "rtl");
}

}  // namespace
}  // namespace petition_box
