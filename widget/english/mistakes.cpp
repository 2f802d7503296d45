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

// What documents are expected to say (document/read.cpp, read_form.cpp, reader.cpp), what the
// protocol can (wire/protocol.cpp, unsayable.cpp), and what the description of one is expected to
// say (wire/read_description.cpp, template.cpp, expression.cpp).
constexpr std::array<Row, 130> rows{{
    {"address_field", "the field email_address, without which no update can be sent"},
    {"address_template", "an address, with ${...} for its parts"},
    {"also_address", "the address of the endpoint"},
    {"also_consent", "the name of a consent that the petition asks for, and not to sign"},
    {"answers_of", "answers of at most {} bytes in all, as they are sent"},
    {"as_written", R"("as written", or no such member: then languages decide)"},
    {"beside_operator",
     "then and else beside $if, one each(v) or each(v,k) beside $map, and nothing beside the "
     "others"},
    {"closed_isolates", "a text in which each isolate of direction has its end"},
    {"consent_list",
     R"(a list such as [{"name": "sign"}, {"name": "updates"}], each with what it had before)"},
    {"consent_name", "the name of a consent"},
    {"consent_name_form", "at most 32 of the characters a to z, 0 to 9 and _"},
    {"controller", "who answers for the data (GDPR Art. 13)"},
    {"controller_contact", "a link to the controller"},
    {"controller_name", "who answers for the data"},
    {"count", "a whole number above 0"},
    {"data_purpose", "what the data is used for"},
    {"data_retention", "how long the data is kept"},
    {"date", "a date such as 2023, 2023-11 or 2023-11-21"},
    {"date_in_order", "a date that is not before that of the event above"},
    {"day", "a day such as 2027-01-31"},
    {"day_to_come", "a day that is not over, for this petition takes no signatures"},
    {"demands", "a list of what the petition demands"},
    {"described_protocol", "a protocol that has a description"},
    {"encoding", "urlencoded, multipart, json or text"},
    {"endpoint_address", "the address of the endpoint"},
    {"event_date", "the date of the event"},
    {"event_text", "what happened"},
    {"everyone", "everyone"},
    {"expression",
     "an expression of names, a.b, a[b], 'texts', whole numbers, true, false, null, ==, !=, !, && "
     "and ||"},
    {"few_marks",
     "a text without Markdown but *emphasis*, **strong words** and [links](https://...), for "
     "readers would see it as it is written"},
    {"field_kind",
     "line, long_text, email, phone, country, postcode, choice, "
     "choices, tick, number or date"},
    {"field_label", "the words beside a field of your own"},
    {"field_name", "the name of a field"},
    {"field_name_form",
     "at most 40 of the characters a to z, 0 to 9 and _, a letter first, and "
     "none of the names that a signature has itself"},
    {"fields", "a list of what signers are asked for"},
    {"flat_body", "an object of texts, numbers and lists of them, as this encoding has it"},
    {"focus", "two numbers from 0 to 1, such as [0.5, 0.3], from the left and from above"},
    {"goal", "a whole number of signatures above 0"},
    {"header_name", "the name of a header, and none of the body's"},
    {"initial_country", "a country such as FR, and only in a field for a country"},
    {"items", "a list with at least one item"},
    {"joining_statement",
     "a statement of your own in the consent sign, which says that whoever signs joins the list"},
    {"keeping_protocol",
     "a protocol that keeps signatures: to be sent to this one is a consent, so it may only be "
     "listed in \"also\""},
    {"known_item", "a list or text that is as long"},
    {"known_name", "names that are there"},
    {"language_list", "a list of language tags, the petition's own first"},
    {"language_tag", "a language tag such as fr or pt-BR (BCP 47)"},
    {"less_work", "a template that makes less"},
    {"link", "a link that begins with https://, http:// or mailto:"},
    {"list_of_objects", "a list of objects"},
    {"listed_tag", "a tag that is listed in /languages"},
    {"members", "one of the members {}"},
    {"method", "POST or PUT"},
    {"most_consents", "at most 20 consents"},
    {"most_destinations", "at most 4 endpoints"},
    {"most_fields", "at most 40 fields"},
    {"most_languages", "at most 50 languages"},
    {"most_options", "at most 250 options"},
    {"most_second_questions", "one second question at most"},
    {"names_of", "consents"},
    {"names_of_errors", "a template that makes an object of their names and ours"},
    {"new_consent", "a consent that is not listed before"},
    {"new_field", "a field that is not listed before"},
    {"new_language", "a language that is not listed before"},
    {"new_option", "a value that no option before has"},
    {"news_kind", "delivered or answered"},
    {"no_answer_in_address", "an address without answers, which anybody on the way may keep"},
    {"no_controls", "a text without control characters"},
    {"no_escape", "no $$, which templates here do not have"},
    {"no_html", "a text without HTML, which readers would see as it is written"},
    {"no_kind", "no kind, for the name of the field says it"},
    {"no_markdown", "a text without Markdown, which readers would see as it is written"},
    {"no_options", "no options, except in a choice"},
    {"no_secret", "no header with a secret, for a page is public"},
    {"no_template", "a text without what the template of a page would fill in"},
    {"nothing_answered", "no such member: nothing is answered in advance"},
    {"nothing_chosen", "no such member: nothing is chosen in advance"},
    {"nothing_required", "no such member: only to sign is required (GDPR Art. 7(4))"},
    {"nothing_ticked", "no such member: a consent is never ticked in advance (GDPR recital 32)"},
    {"object_of_each", "an object for each member"},
    {"object_or_list", "an object or a list"},
    {"operator", "one of $eval, $if, $json, $merge and $map, or a name without $"},
    {"option_kind", "text, integer or names"},
    {"option_label", "the words of the option"},
    {"option_value", "what is kept of the choice"},
    {"option_value_form", "at most 40 of the characters a to z, 0 to 9 and _"},
    {"options", "a list of what there is to choose from"},
    {"organiser_name", "who asks for the signatures"},
    {"outcome",
     "counted, to_be_confirmed, already_signed, refused, closed, not_now, lost, not_confirmed or "
     "set_up_wrongly"},
    {"own_name", "the name of a field or a consent"},
    {"parentheses", "parentheses after the !, as in !(a.b)"},
    {"partner_contact", "a link to them"},
    {"partner_name", "who asks"},
    {"partner_policy", "a link to their privacy policy"},
    {"petition", "an object with a petition"},
    {"petition_name", "the petition's name in addresses"},
    {"petition_name_form", "at most 64 of the characters a to z, 0 to 9 and -"},
    {"picture_address",
     "an address that begins with https://, or with / on the host of this document"},
    {"picture_alt", "a text for those who do not see the picture"},
    {"pixels", "the size of the picture, as a whole number of pixels above 0"},
    {"pointer", "a JSON pointer such as /errors/0/field (RFC 6901), or an empty text"},
    {"protocol_name", "the name of the protocol"},
    {"protocol_option", "what the protocol asks for"},
    {"protocol_option_name",
     "at most 40 of the characters a to z, 0 to 9 and _, and neither protocol, url, subscribes, "
     "also, count nor for"},
    {"request", "the request that sends a signature"},
    {"sayable_consent", "a consent that {} can say"},
    {"sayable_field", "a field that {} can say"},
    {"sayable_source", "no source, which {} has no place for: signatures are sent without it"},
    {"second_question_place", "a second question only for updates that are asked for by a box"},
    {"secure_address",
     "an address that begins with https://, for a page over https asks nothing of another"},
    {"sending_protocol", "a protocol that takes signatures"},
    {"shallow_expression", "an expression with at most 32 levels"},
    {"sign_purpose", "the purpose sign in the consent sign, and nowhere else"},
    {"simple_request",
     "a request that browsers send without asking leave: no header, neither PUT nor json"},
    {"site", "the address of a site, which begins with https:// or http://"},
    {"some_translation", "a text in at least one of the languages"},
    {"source_parameter",
     "at most 40 of the characters a to z, 0 to 9 and _, and neither a name of a field nor lang, "
     "in or accent"},
    {"statement", "what the signer agrees to"},
    {"status", "a status, or a list of the first and the last"},
    {"subscribes_everyone", "\"everyone\", for whoever signs there joins a list"},
    {"template", "a template of the body"},
    {"text_or_number", "a text or a number in each ${...}"},
    {"time_zone", "a time zone such as Europe/Paris, or UTC"},
    {"title", "the title"},
    {"translation", "a text, for this is one of the languages"},
    {"translations", "a text, or an object from language tag to text"},
    {"version", "the version of this document"},
    {"version_form", "at most 64 characters"},
    {"visible_text", "a text of at least one visible character"},
    {"words", "words for people, by language: {\"en\": \"...\"}"},
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
