#include <unit/catch.hpp>

#include <trial/likely_names.hpp>

namespace petition_box {
namespace {

std::string guessed(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
  std::string told;
  for (const NameValue& pair : likely_names(ours, theirs))
    told += pair.name + "=" + pair.value + " ";
  return told;
}

TEST_CASE("likely names: what a form calls a field is guessed by its words") {
  CHECK(guessed({"given_name", "family_name", "email_address", "postal_code"},
                {"your-first-name", "Last_Name", "your-email", "zip"}) ==
        "given_name=your-first-name family_name=Last_Name email_address=your-email "
        "postal_code=zip ");
  CHECK(guessed({"given_name", "family_name"}, {"prenom", "nom"}) ==
        "given_name=prenom family_name=nom ");
  CHECK(guessed({"days", "updates"}, {"Days[]", "updates"}) == "days=Days[] updates=updates ");
}

TEST_CASE("likely names: nothing is guessed where two come into question") {
  CHECK(guessed({"email_address"}, {"your-email", "their-email"}).empty());
  CHECK(guessed({"email_address", "mail"}, {"mail"}).empty());
  CHECK(guessed({"given_name", "family_name"}, {"your-name"}).empty());
}

std::string agreed(const std::vector<std::string>& ours, const std::vector<FormConsent>& theirs) {
  std::string told;
  for (const NameValue& pair : likely_consents(ours, theirs))
    told += pair.name + "=" + pair.value + " ";
  return told;
}

TEST_CASE(
    "likely names: consents are guessed by their words, and that to sign as the required one") {
  const FormConsent news{"consent-news", "", true, false};
  const FormConsent required{"acceptance-412", "", false, false};
  const FormConsent inverted{"sign", "", false, true};
  CHECK(agreed({"sign", "updates"}, {news, required}) ==
        "updates=consent-news sign=acceptance-412 ");
  CHECK(agreed({"sign"}, {news, {"consent-sign", "", true, false}}) == "sign=consent-sign ");
  CHECK(agreed({"sign"}, {required, {"other", "", false, false}}).empty());
  CHECK(agreed({"sign"}, {news, inverted}).empty());
  CHECK(agreed({"sign", "updates"}, {{"news", "", false, false}}) == "updates=news ");
  CHECK(agreed({"sign"}, {}).empty());
}

}  // namespace
}  // namespace petition_box
