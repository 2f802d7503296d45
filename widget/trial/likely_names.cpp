#include <algorithm>
#include <array>
#include <string_view>

#include <document/consent.hpp>
#include <trial/likely_names.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

struct Row {
  std::string_view ours;
  std::string_view words;  // of theirs, with a blank before and after each
};

constexpr std::array<Row, 16> rows{{
    {"honorific_prefix", " prefix honorific salutation civilite anrede "},
    {"given_name", " given first firstname fname forename prenom vorname "},
    {"family_name", " family last lastname lname surname nom nachname "},
    {"email_address", " email mail courriel "},
    {"phone_number", " phone tel telephone mobile "},
    {"organization", " organization organisation company "},
    {"birth_date", " birth birthday birthdate naissance "},
    {"address_lines", " street rue strasse "},
    {"postal_code", " postal postcode zip zipcode plz "},
    {"locality", " locality city town ville ort "},
    {"region", " region state province "},
    {"country", " country pays land "},
    {"comment", " comment message commentaire "},
    {"sign", " sign signature signer agree agreed accord "},
    {"updates", " updates news newsletter mailing optin subscribe infolettre nouvelles "},
    {"show_name", " publish publication publier "},
}};

// The words of a name: "your-FirstName[]" has " your firstname ".
std::string words_of(std::string_view name) {
  std::string words = " ";
  for (const char c : name) {
    if (is_alphanumeric(c)) {
      words += to_small(c);
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words.back() == ' ' ? words : words + ' ';
}

std::string words_for(const std::string& ours) {
  for (const Row& row : rows) {
    if (row.ours == ours) return std::string(row.words);
  }
  return {};
}

// Whether the one has a word of the other.
bool share_a_word(const std::string& words, std::string_view others) {
  for (std::size_t from = 1; from < others.size();) {
    const std::size_t to = others.find(' ', from);
    if (words.find(others.substr(from - 1, to - from + 2)) != std::string::npos) return true;
    from = to + 1;
  }
  return false;
}

bool is_called(const std::string& ours, const std::string& theirs) {
  const std::string words = words_of(theirs);
  return words == words_of(ours) || share_a_word(words, words_for(ours));
}

}  // namespace

std::vector<NameValue> likely_names(const std::vector<std::string>& ours,
                                    const std::vector<std::string>& theirs) {
  std::vector<NameValue> likely;
  for (const std::string& name : ours) {
    const auto means = [&](const std::string& other) { return is_called(name, other); };
    if (std::count_if(theirs.begin(), theirs.end(), means) != 1) continue;
    const std::string& one = *std::find_if(theirs.begin(), theirs.end(), means);
    const auto is_meant_by = [&](const std::string& other) { return is_called(other, one); };
    if (std::count_if(ours.begin(), ours.end(), is_meant_by) == 1) likely.push_back({name, one});
  }
  return likely;
}

std::vector<NameValue> likely_consents(const std::vector<std::string>& ours,
                                       const std::vector<FormConsent>& theirs) {
  std::vector<std::string> names;
  std::vector<std::string> required;
  for (const FormConsent& consent : theirs) {
    if (consent.inverted) continue;
    names.push_back(consent.name);
    if (!consent.optional) required.push_back(consent.name);
  }
  std::vector<NameValue> likely = likely_names(ours, names);
  const auto is_sign = [](const NameValue& pair) { return pair.name == purpose::sign; };
  const auto is_taken = [&](const NameValue& pair) { return pair.value == required.front(); };
  if (required.size() == 1 && std::none_of(likely.begin(), likely.end(), is_sign) &&
      std::none_of(likely.begin(), likely.end(), is_taken)) {
    likely.push_back({std::string(purpose::sign), required.front()});
  }
  return likely;
}

}  // namespace petition_box
