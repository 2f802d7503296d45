#include <algorithm>
#include <string>
#include <utility>

#include <document/country.hpp>
#include <document/read_form.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

// A field that is known is of its own kind; what is a line for one petition may be a choice for
// another.
bool may_be(FieldKind kind, const KnownField* known) {
  if (known == nullptr || kind == known->kind) return true;
  return known->kind == FieldKind::line && kind == FieldKind::choice;
}

FieldKind read_kind(const Place& place, const KnownField* known, Reader& reader) {
  const FieldKind usual = known == nullptr ? FieldKind::line : known->kind;
  const std::string written = reader.text(place);
  if (written.empty()) return usual;
  const auto kind = field_kind_named(written);
  if (!kind) {
    reader.expected(place,
                    "line, long_text, email, phone, country, postcode, choice, choices, tick, "
                    "number or date");
  } else if (!may_be(*kind, known)) {
    reader.expected(place, "no kind, for the name of the field says it");
  }
  return kind.value_or(usual);
}

void read_option(const Place& place, std::vector<Option>& options, Reader& reader) {
  if (!reader.object(place, {"value", "label"})) return;
  reader.refuse(place, {"selected", "checked", "default"},
                "no such member: nothing is chosen in advance");
  const Place value = reader.required(place, "value", "what is kept of the choice");
  std::string name = reader.text(value);
  if (!name.empty() && !is_option_value(name)) {
    reader.expected(value, "at most 40 of the characters a to z, 0 to 9 and _");
  }
  const auto same = [&](const Option& other) { return other.value == name; };
  if (std::any_of(options.begin(), options.end(), same)) {
    reader.expected(value, "a value that no option before has");
  }
  options.push_back({std::move(name), reader.translated(reader.required(place, "label",
                                                                        "the words of the option"))});
}

void read_options(const Place& place, Field& field, Reader& reader) {
  if (!has_options(field.kind)) {
    const Place options = Reader::member(place, "options");
    if (options.value != nullptr) reader.expected(options, "no options, except in a choice");
    return;
  }
  const Place list = reader.required(place, "options", "a list of what there is to choose from");
  for (const Place& option : reader.items(list)) read_option(option, field.options, reader);
  if (field.options.size() > most_options) reader.expected(list, "at most 250 options");
}

void read_initial(const Place& place, Field& field, Reader& reader) {
  field.initial = reader.text(place);
  const bool fits = field.kind == FieldKind::country && is_country(field.initial);
  if (place.holds(Kind::text) && !fits) {
    reader.expected(place, "a country such as FR, and only in a field for a country");
  }
}

void read_field(const Place& place, Field& field, Reader& reader) {
  if (!reader.object(place, {"name", "kind", "label", "optional", "initial", "options"})) return;
  const Place name = reader.required(place, "name", "the name of a field");
  field.name = reader.text(name);
  if (!field.name.empty() && !is_field_name(field.name)) {
    reader.expected(name,
                    "at most 40 of the characters a to z, 0 to 9 and _, a letter first, and none "
                    "of the names that a signature has itself");
  }
  const KnownField* known = known_field(field.name);
  field.kind = read_kind(Reader::member(place, "kind"), known, reader);
  const bool is_own = known == nullptr && !field.name.empty();
  const Place label = is_own
                          ? reader.required(place, "label", "the words beside a field of your own")
                          : Reader::member(place, "label");
  field.label = reader.translated(label);
  const Place optional = Reader::member(place, "optional");
  field.optional = reader.is(optional, Kind::boolean) && optional.value->boolean;
  read_initial(Reader::member(place, "initial"), field, reader);
  reader.refuse(place, {"checked", "ticked", "default", "value", "selected"},
                "no such member: nothing is answered in advance");
  read_options(place, field, reader);
}

// Of the first version's document, {"updates": {...}}.
constexpr const char* a_list =
    R"(a list such as [{"name": "sign"}, {"name": "updates"}], each with what it had before)";

void read_partner(const Place& place, Consent& consent, Reader& reader) {
  if (!reader.object(place, {"name", "contact", "privacy_policy"})) return;
  Partner& partner = consent.by.emplace();
  partner.name = reader.translated(reader.required(place, "name", "who asks"));
  partner.contact = reader.link(reader.required(place, "contact", "a link to them"));
  partner.privacy_policy =
      reader.link(reader.required(place, "privacy_policy", "a link to their privacy policy"));
}

void read_second_question(const Place& place, Consent& consent, Reader& reader) {
  if (!reader.object(place, {"question", "reassurance"})) return;
  SecondQuestion& second = consent.second_question.emplace();
  second.question = reader.translated(Reader::member(place, "question"));
  second.reassurance = reader.translated(Reader::member(place, "reassurance"));
}

Asking read_asking(const Place& place, const Consent& consent, Reader& reader) {
  const std::string written = reader.text(place);
  if (written.empty()) return Asking::box;
  for (const Asking asking : all_askings) {
    if (name_of(asking) != written) continue;
    if (consent.name != purpose::sign || asking == Asking::box) return asking;
  }
  reader.expected(place, consent.name == purpose::sign ? "box" : "box or yes_no");
  return Asking::box;
}

void read_purpose(const Place& place, Consent& consent, Reader& reader) {
  consent.purpose = reader.text(place);
  if (consent.purpose.empty()) {
    consent.purpose = consent.name;
  } else if (!is_consent_name(consent.purpose)) {
    reader.expected(place, "at most 32 of the characters a to z, 0 to 9 and _");
  }
  const bool asks_to_sign = consent.purpose == purpose::sign;
  if (asks_to_sign != (consent.name == purpose::sign) && place.value != nullptr) {
    reader.expected(place, "the purpose sign in the consent sign, and nowhere else");
  }
}

void read_consent(const Place& place, Consent& consent, Reader& reader) {
  if (!reader.object(place,
                     {"name", "purpose", "by", "statement", "hint", "ask", "second_question"})) {
    return;
  }
  reader.refuse(place, {"checked", "ticked", "default", "preselected", "value"},
                "no such member: a consent is never ticked in advance (GDPR recital 32)");
  reader.refuse(place, {"required"},
                "no such member: only to sign is required (GDPR Art. 7(4))");
  const Place name = reader.required(place, "name", "the name of a consent");
  consent.name = reader.text(name);
  if (!consent.name.empty() && !is_consent_name(consent.name)) {
    reader.expected(name, "at most 32 of the characters a to z, 0 to 9 and _");
  }
  read_purpose(Reader::member(place, "purpose"), consent, reader);
  read_partner(Reader::member(place, "by"), consent, reader);
  const Place statement = is_known_purpose(consent.purpose)
                              ? Reader::member(place, "statement")
                              : reader.required(place, "statement", "what the signer agrees to");
  consent.statement = reader.translated(statement);
  consent.hint = reader.translated(Reader::member(place, "hint"));
  consent.asking = read_asking(Reader::member(place, "ask"), consent, reader);
  read_second_question(Reader::member(place, "second_question"), consent, reader);
}

// A signer is asked again at most once, and only whom a box may have escaped.
void check_second_question(const Place& place, const std::vector<Consent>& consents,
                           Reader& reader) {
  const Consent& consent = consents.back();
  if (!consent.second_question) return;
  const Place second = Reader::member(place, "second_question");
  const auto asks = [](const Consent& other) { return other.second_question.has_value(); };
  if (consent.purpose != purpose::updates || consent.asking == Asking::yes_no) {
    reader.expected(second, "a second question only for updates that are asked for by a box");
  } else if (std::count_if(consents.begin(), consents.end(), asks) > 1) {
    reader.expected(second, "one second question at most");
  }
}

// No news can be sent to somebody who is not asked for an address.
void check_address(const Place& place, const Consent& consent, const Petition& petition,
                   Reader& reader) {
  if (consent.purpose != purpose::updates || petition.field("email_address") != nullptr) return;
  reader.expected(place, "the field email_address, without which no update can be sent");
}

// The last one of a list has a name that no other has.
template <class Named>
void check_name(const Place& place, const std::vector<Named>& list, const char* expected,
                Reader& reader) {
  const std::string& name = list.back().name;
  const auto same = [&](const Named& other) { return other.name == name; };
  if (name.empty() || std::count_if(list.begin(), list.end(), same) == 1) return;
  reader.expected(place, expected);
}

bool asks_to_sign(const Place& consent) {
  const Place name = Reader::member(consent, "name");
  return name.holds(Kind::text) && name.value->text == purpose::sign;
}

}  // namespace

std::vector<Field> read_fields(const Place& list, Reader& reader) {
  std::vector<Field> fields;
  for (const Place& place : reader.items(list)) {
    read_field(place, fields.emplace_back(), reader);
    check_name(place, fields, "a field that is not listed before", reader);
  }
  if (fields.size() > most_fields) reader.expected(list, "at most 40 fields");
  return fields;
}

std::vector<Consent> read_consents(const Place& list, const Petition& petition, Reader& reader) {
  std::vector<Consent> consents;
  if (list.holds(Kind::object)) {
    reader.expected(list, a_list);
    return consents;
  }
  const std::vector<Place> places = reader.items(list);
  if (std::none_of(places.begin(), places.end(), asks_to_sign)) {
    Consent& sign = consents.emplace_back();
    sign.name = purpose::sign;
    sign.purpose = purpose::sign;
  }
  for (const Place& place : places) {
    read_consent(place, consents.emplace_back(), reader);
    check_name(place, consents, "a consent that is not listed before", reader);
    check_second_question(place, consents, reader);
    check_address(place, consents.back(), petition, reader);
  }
  if (places.size() > most_consents) reader.expected(list, "at most 20 consents");
  return consents;
}

}  // namespace petition_box
