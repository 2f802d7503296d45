#include <unit/catch.hpp>

#include <string>

#include <document/read.hpp>
#include <english/mistakes.hpp>
#include <unit/document/documents.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

using documents::changed;

std::string mistakes_in(const std::string& document) {
  return describe_in_english(protocol::read_petition(document).mistakes);
}

TEST_CASE("document: a field of a petition's own has a kind, a label and options") {
  const Petition petition = documents::read(documents::survey);
  CHECK(mistakes_in(documents::survey).find("an unknown member") == std::string::npos);
  const Field* profession = petition.field("profession");
  REQUIRE(profession != nullptr);
  CHECK(profession->kind == FieldKind::choice);
  CHECK(profession->label.in({"fr"}).text == "Profession");
  REQUIRE(profession->options.size() == 2);
  CHECK(profession->options[0].value == "nurse");
  CHECK(profession->options[0].label.in({"fr"}).text == "Infirmier, infirmière");
  CHECK(petition.field("phone_number")->kind == FieldKind::phone);
  CHECK(petition.field("birth_date")->kind == FieldKind::date);
  CHECK(petition.field("nickname")->kind == FieldKind::line);
}

TEST_CASE("document: to sign is asked first, and each partner asks for itself") {
  const Petition petition = documents::read(documents::survey);
  REQUIRE(petition.consents.size() == 3);
  CHECK(petition.consents[0].purpose == "sign");
  const Consent& partner = petition.consents[2];
  CHECK(partner.purpose == "updates");
  CHECK(partner.asking == Asking::yes_no);
  REQUIRE(partner.by);
  CHECK(petition.asker(partner).in({}).text == "Sleepers United (fictitious)");
  CHECK(petition.asker(petition.consents[1]).in({}).text == "Test Association");
  CHECK(petition.asks_for("consent_updates_partner"));
  CHECK_FALSE(petition.asks_for("updates_partner"));
}

TEST_CASE("document: what a form cannot ask is told at its place") {
  struct Row {
    std::string from;
    std::string to;
    std::string mistake;
  };
  const std::string name = ": expected at most 40 of the characters a to z, 0 to 9 and _, ";
  const Row rows[] = {
      {R"("name": "nickname")", R"("name": "Nickname")", "/fields/12/name" + name},
      {R"("name": "nickname")", R"("name": "1st")", "/fields/12/name" + name},
      {R"("name": "nickname")", R"("name": "consent_sign")", "/fields/12/name" + name},
      {R"("name": "nickname")", R"("name": "submission_id")", "/fields/12/name" + name},
      {R"("name": "nickname")", R"("name": "source")", "/fields/12/name" + name},
      {R"("kind": "line")", R"("kind": "lines")", "/fields/12/kind: expected line, long_text, "},
      {R"("name": "birth_date")", R"("name": "birth_date", "kind": "line")",
       "/fields/10/kind: expected no kind, for the name of the field says it"},
      {R"("kind": "number", )", R"("kind": "choice", )",
       "/fields/9/options: expected a list of what there is to choose from"},
      {R"("kind": "number", )", R"("kind": "number", "options": [], )",
       "/fields/9/options: expected no options, except in a choice"},
      {R"("value": "tue")", R"("value": "mon")",
       "/fields/7/options/1/value: expected a value that no option before has"},
      {R"("value": "tue")", R"("value": "Tue day")", "/fields/7/options/1/value: expected at most"},
      {R"("value": "tue")", R"("selected": true, "value": "tue")",
       "/fields/7/options/1/selected: expected no such member"},
      {R"("kind": "tick", )", R"("kind": "tick", "checked": false, )",
       "/fields/8/checked: expected no such member"},
      {R"("name": "sign")", R"("name": "sign", "ask": "yes_no")", "/consents/0/ask: expected box"},
      {R"("name": "sign")", R"("name": "sign", "purpose": "updates")",
       "/consents/0/purpose: expected the purpose sign in the consent sign"},
      {R"("ask": "yes_no")", R"("ask": "radio")", "/consents/2/ask: expected box or yes_no"},
      {R"("ask": "yes_no")", R"("required": true)",
       "/consents/2/required: expected no such member: only to sign is required"},
      {R"("ask": "yes_no")", R"("ask": "yes_no", "second_question": {})",
       "/consents/2/second_question: expected a second question only for updates"},
      {R"("name": "updates_partner")", R"("name": "updates")",
       "/consents/2: expected a consent that is not listed before"},
      {R"("name": "updates_partner")", R"("name": "partner_text")", "/consents/2/name: expected"},
      {R"("purpose": "updates")", R"("purpose": "sign")",
       "/consents/2/purpose: expected the purpose sign in the consent sign, and nowhere else"},
  };
  for (const auto& [from, to, mistake] : rows) {
    CAPTURE(to);
    CHECK_THAT(mistakes_in(changed(documents::survey, from, to)),
               Catch::Matchers::Contains(mistake));
  }
}

TEST_CASE("document: options without a value are told as such, and not as alike") {
  const std::string one = changed(documents::survey, R"("value": "mon", )", "");
  CHECK(mistakes_in(changed(one, R"("value": "tue", )", "")) ==
        "/fields/7/options/0/value: expected what is kept of the choice, found nothing\n"
        "/fields/7/options/1/value: expected what is kept of the choice, found nothing");
}

TEST_CASE("document: the consents of a first document are told how they are written") {
  const std::string document = changed(documents::small, "\"controller\": {",
                                       R"("consents": {"updates": {}}, "controller": {)");
  CHECK_THAT(mistakes_in(document),
             Catch::Matchers::StartsWith(
                 R"(/consents: expected a list such as [{"name": "sign"}, {"name": "updates"}])"));
}

TEST_CASE("document: a form whose answers no browser would send is told to be too long") {
  std::string fields;
  for (int i = 0; i < 3; ++i) {
    fields += R"({"name": "story_)" + std::to_string(i) +
              R"(", "kind": "long_text", "label": "Story"}, )";
  }
  const std::string document =
      changed(documents::small, R"({"name": "email_address"})", fields + R"({"name": "comment"})");
  CHECK_THAT(mistakes_in(document), Catch::Matchers::StartsWith(
                                        "/fields: expected answers of at most 65536 bytes in all"));
}

}  // namespace
}  // namespace petition_box
