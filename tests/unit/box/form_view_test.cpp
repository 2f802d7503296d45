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
        "spellcheck=false autocapitalize=words required= aria-invalid=false value=");
  CHECK(seen(at(view, "pb-family_name")) ==
        "input type=text id=pb-family_name name=family_name autocomplete=family-name dir=auto "
        "spellcheck=false autocapitalize=words required= aria-invalid=false value=");
  CHECK(
      seen(at(view, "pb-email_address")) ==
      "input type=email id=pb-email_address name=email_address autocomplete=email dir=ltr "
      "spellcheck=false autocapitalize=off data-advice=email required= aria-invalid=false value=");
  CHECK(seen(at(view, "pb-country")) ==
        "select id=pb-country name=country autocomplete=country data-advice=country required= "
        "aria-invalid=false value=FR");
  CHECK(seen(at(view, "pb-postal_code")) ==
        "input type=text id=pb-postal_code name=postal_code autocomplete=postal-code dir=ltr "
        "spellcheck=false autocapitalize=characters required= aria-invalid=false value=");
  CHECK(seen(at(view, "pb-comment")) ==
        "textarea id=pb-comment name=comment autocomplete=off dir=auto rows=4 "
        "aria-invalid=false value=");
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
  visitor.type("given_name", " Ada\u00a0");
  visitor.type("comment", "one\n<b>two");
  visitor.type("country", "BE");
  visitor.tick("sign");
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

TEST_CASE("view: the form is shown before all countries are named, with the one that is chosen") {
  Visitor visitor;
  const auto named = [&] {
    const Node view = visitor.view();
    std::string names;
    for (const auto& option : at(view, "pb-country").children) {
      if (names.size() < 20) names += value_of(*option, "value") + ' ';
    }
    return names;
  };
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", documents::full});
  CHECK(named() == " FR ");  // as the petition has it
  SECTION("by what was typed before, elsewhere") {
    visitor.send(Entered{{{"country", {"BE"}}}, Entering::brought});
    CHECK(named() == " BE ");
    const Node view = visitor.view();
    CHECK(value_of(at(view, "pb-country"), "value") == "BE");
  }
  SECTION("from the list") {
    visitor.type("country", "NL");
    CHECK(named() == " NL ");
  }
  SECTION("by nobody") {}
  visitor.wake();
  CHECK(named() == " AF AX AL DZ AS AD AO ");
}

TEST_CASE("view: a form that has come as HTML keeps its countries") {
  Visitor visitor;
  visitor.send(Configured{{"/petition", "/signatures", "/box/", {"en"}, true}});
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", documents::full});
  const Node view = visitor.view();
  CHECK(at(view, "pb-country").children.size() == 251);
  CHECK(visitor.last_wake() == nullptr);
}

TEST_CASE("view: the form is checked by the box, and sent by the browser where there is none") {
  const Node view = reader_of(documents::full).view();
  const Node* form = find(view, [](const Node& node) { return node.tag == "form"; });
  REQUIRE(form != nullptr);
  CHECK(seen(*form) == "form method=post novalidate= accept-charset=utf-8 action=/signatures");
  std::string hidden;
  each(*form, [&](const Node& node) {
    if (value_of(node, "type") == "hidden") {
      hidden += value_of(node, "name") + "=" + value_of(node, "value") + " ";
    }
  });
  CHECK(hidden == "language=en document_version=2026-02-01 submission_id= ");
  CHECK(seen(at(view, "pb-submit")) == "button type=submit part=button id=pb-submit");
}

TEST_CASE("view: without the box the form of a described endpoint goes nowhere") {
  Visitor visitor = reader_of(documents::full);
  visitor.model.description = std::make_shared<const Description>();
  const Node view = visitor.view();
  const Node* form = find(view, [](const Node& node) { return node.tag == "form"; });
  REQUIRE(form != nullptr);
  CHECK(seen(*form) == "form method=dialog novalidate= accept-charset=utf-8");
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
  visitor.type("postal_code", "7501");
  visitor.type("given_name", std::string(256, 'x'));
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
  CHECK(value_of(at(view, "pb-country"), "aria-invalid") == "false");
}

TEST_CASE("view: nothing is called a mistake before the form was checked") {
  int controls = 0;
  each(reader_of(documents::full).view(), [&](const Node& node) {
    if (!is_control(node)) return;
    ++controls;
    CHECK(value_of(node, "aria-invalid") == "false");
  });
  CHECK(controls == 8);
}

TEST_CASE("view: the questions have a name together") {
  const Node view = reader_of(documents::full).view();
  const Node* questions = find(view, [](const Node& node) { return node.tag == "fieldset"; });
  REQUIRE(questions != nullptr);
  CHECK(seen(*questions->children.front()) == "legend");
  CHECK(text_of(*questions->children.front()) == "Your answers");
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

TEST_CASE("view: what may be taller than the screen is shown from its beginning") {
  Visitor visitor = reader_of(documents::full);
  const auto shown_from_top = [&](const std::string& press) {
    visitor.send(Pressed{press});
    REQUIRE(visitor.effects.size() == 1);
    return std::get<Focus>(visitor.effects.front()).from_top;
  };
  CHECK(shown_from_top("focus:pb-sign"));
  CHECK_FALSE(shown_from_top("focus:pb-country"));
  visitor.submit();
  CHECK(std::get<Focus>(visitor.effects.back()).from_top);
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
    if (node.tag == "a") links += seen(node) + ": " + text_of(node) + "; ";
  });
  CHECK(links ==
        "a href=mailto:contact@example.org: Contact; "
        "a href=https://example.org/privacy target=_blank rel=noreferrer: "
        "Privacy policy (new window); ");
}

TEST_CASE("view: every link that opens a window says so") {
  int links = 0;
  each(reader_of(documents::full).view(), [&](const Node& node) {
    if (node.find("target") == nullptr) return;
    ++links;
    CHECK(text_of(node).find(" (new window)") != std::string::npos);
  });
  CHECK(links == 2);
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

const Node& live_region(const Node& view) {
  int regions = 0;
  each(view, [&](const Node& node) { regions += value_of(node, "role") == "status" ? 1 : 0; });
  REQUIRE(regions == 1);
  return *find(view, [](const Node& node) { return value_of(node, "role") == "status"; });
}

TEST_CASE("view: there is always one live region, which is empty while the signer edits") {
  Visitor visitor = reader_of(documents::full);
  CHECK(text_of(live_region(visitor.view())).empty());
  visitor.fill_in();
  visitor.submit();
  CHECK(text_of(live_region(visitor.view())) == "Sending your signature…");
  visitor.answer_signature({404, "", ""});
  CHECK(visitor.state() == "failed");
  CHECK(text_of(live_region(visitor.view())).empty());
}

TEST_CASE("view: the live region is where the button is, and the button says the same") {
  Visitor visitor = reader_of(documents::full);
  visitor.fill_in();
  CHECK(text_of(at(visitor.view(), "pb-submit")) == "Sign the petition");
  visitor.submit();
  const Node view = visitor.view();
  CHECK(text_of(at(view, "pb-submit")) == "Sending…");
  const Node* form = find(view, [](const Node& node) { return node.tag == "form"; });
  REQUIRE(form != nullptr);
  std::string order;
  for (const auto& child : form->children) {
    order += value_of(*child, "id") + value_of(*child, "role") + value_of(*child, "class") + ' ';
  }
  CHECK(order.find("pb-submitsubmit statusstatus notice") != std::string::npos);
  visitor.answer_signature({});
  CHECK(text_of(at(visitor.view(), "pb-submit")) == "Sending…");
  visitor.wake();
  visitor.answer_signature({404, "", ""});
  CHECK(text_of(at(visitor.view(), "pb-submit")) == "Try again");
}

TEST_CASE("view: while it is tried again and again, the live region says it once") {
  Visitor visitor = reader_of(documents::full);
  visitor.fill_in();
  visitor.submit();
  visitor.answer_signature({});
  const std::string said = text_of(live_region(visitor.view()));
  CHECK(said.find("No answer has come yet.") != std::string::npos);
  for (int attempt = 2; attempt < 8; ++attempt) {
    visitor.wake();
    CHECK(visitor.state() == "sending");
    CHECK(text_of(live_region(visitor.view())) == said);
    visitor.answer_signature({});
    CHECK(text_of(live_region(visitor.view())) == said);
  }
}

TEST_CASE("view: how it ended has a heading, takes the focus, and is in no live region") {
  struct Row {
    Response answer;
    std::string heading;
  };
  const Row rows[] = {
      {{201, "", R"({"status":"received"})"}, "Thank you, Ada"},
      {{202, "", R"({"status":"to_be_confirmed"})"}, "One more step"},
      {{410, "", ""}, "This petition is closed"},
      {{404, "", ""}, "Your signature has not been received"},
      {{200, "", "<!doctype html>"}, "It is not certain that your signature has been received"},
  };
  for (const auto& [answer, heading] : rows) {
    Visitor visitor = reader_of(documents::full);
    visitor.fill_in();
    visitor.submit();
    visitor.answer_signature(answer);
    CHECK(visitor.focused() == std::vector<std::string>{"pb-status"});
    const Node view = visitor.view();
    const Node& panel = at(view, "pb-status");
    CHECK(seen(panel) ==
          "div id=pb-status tabindex=-1 role=group aria-labelledby=pb-status-heading");
    CHECK(seen(*panel.children.front()) == "h4 id=pb-status-heading");
    CHECK(text_of(*panel.children.front()) == heading);
    const Node* live =
        find(view, [](const Node& node) { return value_of(node, "role") == "status"; });
    if (live != nullptr) CHECK(text_of(*live).empty());
  }
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

TEST_CASE("view: the page says at what level the headings begin") {
  struct Row {
    std::string said;
    std::string tags;
  };
  const Row rows[] = {{"1", "h1 h2 h2 h2 h3 "}, {"3", "h3 h4 h4 h4 h5 "}, {"5", "h5 h6 h6 h6 h6 "},
                      {"6", "h6 h6 h6 h6 h6 "}, {"", "h2 h3 h3 h3 h4 "},  {"0", "h2 h3 h3 h3 h4 "},
                      {"7", "h2 h3 h3 h3 h4 "}, {"10", "h2 h3 h3 h3 h4 "}};
  for (const auto& [said, tags] : rows) {
    Visitor visitor = reader_of(documents::full);
    Configuration other = visitor.model.configuration;
    other.heading_level = heading_level_in(said);
    visitor.send(Configured{other});
    visitor.submit();
    std::string headings;
    each(visitor.view(), [&](const Node& node) {
      if (node.tag.size() == 2 && node.tag[0] == 'h') headings += std::string(node.tag) + ' ';
    });
    CHECK(headings == tags);
  }
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
