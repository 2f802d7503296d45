#include <unit/catch.hpp>

#include <string>

#include <nlohmann/json.hpp>

#include <form/check.hpp>
#include <icu/icu_platform.hpp>
#include <unit/document/documents.hpp>
#include <wire/reference.hpp>

namespace petition_box {
namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

// The longest that the rules take, of one character.
Signature longest(const std::string& character) {
  Signature signature;
  signature.submission_id = "919108f7-52d1-4320-9bac-f847db4148a8";
  signature.language = std::string(35, 'a');
  signature.document_version = times(most_version_length, character);
  signature.box_version = times(most_version_length, character);
  Answers& answers = signature.answers;
  answers["given_name"] = times(most_line_length, character);
  answers["family_name"] = times(most_line_length, character);
  answers["email_address"] =
      std::string(64, '!') + "@" + times(3, std::string(61, 'b') + ".") + "fr";
  answers["country"] = "JP";
  answers["postal_code"] = times(12, character);
  answers["comment"] = times(most_text_length, character);
  for (const std::string consent : {"sign", "updates"}) {
    answers.consent(consent) = {consent, Decision::given, How::second_question, 999'999'999'999'999,
                                std::string(64, 'a')};
  }
  return signature;
}

TEST_CASE("wire: the longest signature that the rules take is not too long to be sent") {
  // Latin, Bengali, Chinese, an emoji.
  for (const std::string character : {"é", "\u0995", "\u65e5", "\U0001f58a"}) {
    CAPTURE(character);
    const Signature signature = longest(character);
    const Petition petition = documents::read(documents::full);
    REQUIRE(check(petition, signature.answers, IcuPlatform()).errors.empty());
    const std::vector<NameValue> pairs = reference::write(signature, petition);
    CHECK(pairs.size() <= reference::most_pairs);
    CHECK(write_urlencoded(pairs).size() <= reference::most_body_bytes_of(petition));
    nlohmann::json object;
    for (const NameValue& pair : pairs) object[pair.name] = pair.value;
    CHECK(object.dump(-1, ' ', true).size() <= reference::most_body_bytes);
  }
}

TEST_CASE("wire: a petition may ask for every field that every box knows, and for a choice") {
  Petition petition = documents::read(documents::full);
  petition.fields.clear();
  for (const KnownField& known : known_fields) {
    Field& field = petition.fields.emplace_back();
    field.name = known.name;
    field.kind = known.kind;
  }
  petition.fields.emplace_back().kind = FieldKind::choice;
  CHECK(reference::most_body_bytes_of(petition) <= reference::most_body_bytes);
}

TEST_CASE("wire: a form without script may be as long as what its fields may hold") {
  std::vector<NameValue> pairs;
  const Petition petition = documents::read(documents::full);
  for (const Field& field : petition.fields) {
    pairs.push_back({field.name, std::string(most_bytes_of(field), '\xc3')});
  }
  for (const Consent& consent : petition.consents) {
    pairs.push_back({control_name(consent.name), "given"});
  }
  CHECK(write_urlencoded(pairs).size() <= reference::most_body_bytes_of(petition));
}

}  // namespace
}  // namespace petition_box
