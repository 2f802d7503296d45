#include <array>
#include <string_view>
#include <utility>

#include <english/mistakes.hpp>

namespace petition_box {
namespace {

struct Row {
  std::string_view code;
  std::string_view words;  // {}: where the argument stands
};

// What documents are expected to say (document/read.cpp, read_form.cpp,
// reader.cpp) and what the protocol can (wire/protocol.cpp).
constexpr std::array<Row, 65> rows{{
    {"address_field", "the field email_address, without which no update can be sent"},
    {"answers_of", "answers of at most {} bytes in all, as they are sent"},
    {"consent_list",
     R"(a list such as [{"name": "sign"}, {"name": "updates"}], each with what it had before)"},
    {"consent_name", "the name of a consent"},
    {"consent_name_form", "at most 32 of the characters a to z, 0 to 9 and _"},
    {"controller", "who answers for the data (GDPR Art. 13)"},
    {"controller_contact", "a link to the controller"},
    {"controller_name", "who answers for the data"},
    {"data_purpose", "what the data is used for"},
    {"data_retention", "how long the data is kept"},
    {"date", "a date such as 2023, 2023-11 or 2023-11-21"},
    {"day", "a day such as 2027-01-31"},
    {"demands", "a list of what the petition demands"},
    {"event_date", "the date of the event"},
    {"event_text", "what happened"},
    {"field_kind",
     "line, long_text, email, phone, country, postcode, choice, "
     "choices, tick, number or date"},
    {"field_label", "the words beside a field of your own"},
    {"field_name", "the name of a field"},
    {"field_name_form",
     "at most 40 of the characters a to z, 0 to 9 and _, a letter first, and "
     "none of the names that a signature has itself"},
    {"fields", "a list of what signers are asked for"},
    {"goal", "a whole number of signatures above 0"},
    {"initial_country", "a country such as FR, and only in a field for a country"},
    {"items", "a list with at least one item"},
    {"language_list", "a list of language tags, the petition's own first"},
    {"language_tag", "a language tag such as fr or pt-BR (BCP 47)"},
    {"link", "a link that begins with https://, http:// or mailto:"},
    {"listed_tag", "a tag that is listed in /languages"},
    {"members", "one of the members {}"},
    {"most_consents", "at most 20 consents"},
    {"most_fields", "at most 40 fields"},
    {"most_languages", "at most 50 languages"},
    {"most_options", "at most 250 options"},
    {"most_second_questions", "one second question at most"},
    {"new_consent", "a consent that is not listed before"},
    {"new_field", "a field that is not listed before"},
    {"new_language", "a language that is not listed before"},
    {"new_option", "a value that no option before has"},
    {"no_controls", "a text without control characters"},
    {"no_kind", "no kind, for the name of the field says it"},
    {"no_options", "no options, except in a choice"},
    {"nothing_answered", "no such member: nothing is answered in advance"},
    {"nothing_chosen", "no such member: nothing is chosen in advance"},
    {"nothing_required", "no such member: only to sign is required (GDPR Art. 7(4))"},
    {"nothing_ticked", "no such member: a consent is never ticked in advance (GDPR recital 32)"},
    {"option_label", "the words of the option"},
    {"option_value", "what is kept of the choice"},
    {"option_value_form", "at most 40 of the characters a to z, 0 to 9 and _"},
    {"options", "a list of what there is to choose from"},
    {"partner_contact", "a link to them"},
    {"partner_name", "who asks"},
    {"partner_policy", "a link to their privacy policy"},
    {"petition", "an object with a petition"},
    {"petition_name", "the petition's name in addresses"},
    {"petition_name_form", "at most 64 of the characters a to z, 0 to 9 and -"},
    {"second_question_place", "a second question only for updates that are asked for by a box"},
    {"sign_purpose", "the purpose sign in the consent sign, and nowhere else"},
    {"some_translation", "a text in at least one of the languages"},
    {"statement", "what the signer agrees to"},
    {"time_zone", "a time zone such as Europe/Paris, or UTC"},
    {"title", "the title"},
    {"translation", "a text, for this is one of the languages"},
    {"translations", "a text, or an object from language tag to text"},
    {"version", "the version of this document"},
    {"version_form", "at most 64 characters"},
    {"visible_text", "a text of at least one visible character"},
}};

std::string words_for(const std::string& expected) {
  const std::string_view code = std::string_view(expected).substr(0, expected.find(' '));
  for (const Row& row : rows) {
    if (row.code != code) continue;
    std::string words(row.words);
    const std::size_t hole = words.find("{}");
    if (hole != std::string::npos) words.replace(hole, 2, expected, code.size() + 1);
    return words;
  }
  return expected;
}

}  // namespace

json::Mistake in_english(json::Mistake mistake) {
  mistake.expected = words_for(mistake.expected);
  return mistake;
}

std::string describe_in_english(json::Mistakes mistakes) {
  for (json::Mistake& mistake : mistakes) mistake = in_english(std::move(mistake));
  return json::describe(mistakes);
}

}  // namespace petition_box
