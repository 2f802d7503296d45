#include <unit/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <icu/icu_platform.hpp>
#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/any_document.hpp>
#include <wire/reference.hpp>

namespace petition_box {
namespace {

const IcuPlatform platform;

bool is_of_consent(std::string_view control) {
  return control.substr(0, consent_prefix.size()) == consent_prefix;
}

// What is ticked, chosen or hidden in a form that nobody has touched, but the countries with which
// their lists open.
std::vector<std::string> chosen_in(const Node& view, const Petition& petition) {
  std::vector<std::string> chosen;
  each(view, [&](const Node& node) {
    const std::string name = value_of(node, "name");
    const bool is_hidden = value_of(node, "type") == "hidden" && is_of_consent(name);
    const bool is_choice =
        value_of(node, "type") == "checkbox" || value_of(node, "type") == "radio";
    const bool is_ticked = !value_of(node, "checked").empty() || node.find("selected") != nullptr;
    const Field* const field = petition.field(name);
    const bool is_filled =
        !is_choice && field != nullptr && value_of(node, "value") != field->initial;
    if (is_hidden || is_ticked || is_filled) chosen.push_back(name);
  });
  return chosen;
}

std::string right_answer_to(const Field& field) {
  switch (field.kind) {
    case FieldKind::line:
    case FieldKind::long_text:
      return "Ada";
    case FieldKind::email:
      return "ada@example.org";
    case FieldKind::phone:
      return "+33 1 99 00 12 34";
    case FieldKind::country:
      return "FR";
    case FieldKind::postcode:
      return "75011";
    case FieldKind::choice:
    case FieldKind::choices:
      return field.options.back().value;
    case FieldKind::tick:
      return std::string(ticked);
    case FieldKind::number:
      return "12";
    case FieldKind::date:
      return "1985-03-27";
  }
  return {};
}

// Answers all fields, and any of the consents but the one to sign. Gives those that it gave.
std::set<std::string> answer_all_but_signing(Visitor& visitor, std::mt19937& random) {
  std::set<std::string> given;
  for (const Field& field : visitor.model.petition->fields) {
    visitor.type(field.name, right_answer_to(field));
  }
  for (const Consent& consent : visitor.model.petition->consents) {
    if (consent.name == purpose::sign || random() % 2 == 0) continue;
    visitor.tick(consent.name);
    given.insert(consent.name);
  }
  return given;
}

std::set<std::string> consents_given_in(const std::vector<NameValue>& pairs) {
  std::set<std::string> given;
  for (const NameValue& pair : pairs) {
    if (!is_of_consent(pair.name) || pair.value != name_of(Decision::given)) continue;
    given.insert(pair.name.substr(consent_prefix.size()));
  }
  return given;
}

TEST_CASE("box: whatever a document says, nothing is ticked or chosen in its form beforehand") {
  std::mt19937 random(1948);
  int shown = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string document = documents::any(random);
    const Visitor visitor = reader_of(document);
    if (!visitor.model.petition) continue;
    ++shown;
    CAPTURE(document);
    REQUIRE(chosen_in(visitor.view(), *visitor.model.petition).empty());
    for (const Consent& consent : visitor.model.petition->consents) {
      REQUIRE(visitor.model.answers.consent(consent.name).decision == Decision::none);
    }
  }
  CHECK(shown > 200);
}

TEST_CASE("box: whatever a document says, nobody signs without the consent to, or gives another") {
  std::mt19937 random(1789);
  int signed_so_far = 0;
  for (int round = 0; round < 200; ++round) {
    const std::string document = documents::any(random);
    Visitor visitor = reader_of(document);
    if (!visitor.model.petition) continue;
    CAPTURE(document);
    std::set<std::string> given = answer_all_but_signing(visitor, random);
    if (random() % 2 == 0) {
      visitor.tick("sign");
      visitor.tick("sign", false);
    }
    visitor.submit();
    REQUIRE(visitor.state() == "editing");
    REQUIRE(visitor.model.errors == std::vector<FieldError>{{"consent_sign", "missing"}});
    const Fetch* const asked = visitor.last_fetch("/signatures");
    REQUIRE((asked == nullptr || asked->request.method == "GET"));

    visitor.tick("sign");
    given.insert("sign");
    visitor.submit();
    REQUIRE(visitor.state() == "sending");
    std::vector<NameValue> pairs = read_urlencoded(visitor.last_fetch("/signatures")->request.body);
    REQUIRE(consents_given_in(pairs) == given);
    ++signed_so_far;

    // Nor does the endpoint take it without.
    const auto is_to_sign = [](const NameValue& pair) { return pair.name == "consent_sign"; };
    pairs.erase(std::remove_if(pairs.begin(), pairs.end(), is_to_sign), pairs.end());
    const Petition& petition = *visitor.model.petition;
    const Checked checked = check(petition, reference::read(pairs, petition).answers, platform);
    REQUIRE(checked.errors == std::vector<FieldError>{{"consent_sign", "missing"}});
  }
  CHECK(signed_so_far > 100);
}

}  // namespace
}  // namespace petition_box
