#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <document/country.hpp>
#include <document/read_form.hpp>

namespace petition_box {
namespace {

using json::Kind;
using json::Place;

// A field that is known is of its own kind; what is a line for one petition may
// be a choice for another.
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
    reader.expected(place, "field_kind");
  } else if (!may_be(*kind, known)) {
    reader.expected(place, "no_kind");
  }
  return kind.value_or(usual);
}

void read_option(const Place& place, Option& option, const Field& field, Reader& reader) {
  if (!reader.object(place, {"value", "label"})) return;
  reader.refuse(place, {"selected", "checked", "default"}, "nothing_chosen");
  const Place value = reader.required(place, "value", "option_value");
  option.value = reader.word(value, is_option_value, "option_value_form");
  if (!option.value.empty() && field.option(option.value) != &option) {
    reader.expected(value, "new_option");
  }
  reader.translated(place, "label", option.label, "option_label");
}

void read_options(const Place& place, Field& field, Reader& reader) {
  if (!has_options(field.kind)) {
    const Place options = Reader::member(place, "options");
    if (options.value != nullptr) reader.expected(options, "no_options");
    return;
  }
  if (!is_whole) return;
  const Place list = reader.required(place, "options", "options");
  const Items places = reader.items(list);
  field.options = std::vector<Option>(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    read_option(places[i], field.options[i], field, reader);
  }
  if (field.options.size() > most_options) reader.expected(list, "most_options");
}

void read_initial(const Place& place, Field& field, Reader& reader) {
  field.initial = reader.text(place);
  const bool fits = field.kind == FieldKind::country && is_country(field.initial);
  if (place.holds(Kind::text) && !fits) {
    reader.expected(place, "initial_country");
  }
}

void read_field(const Place& place, Field& field, Reader& reader) {
  if (!reader.object(place, {"name", "kind", "label", "optional", "initial", "options"})) return;
  const Place name = reader.required(place, "name", "field_name");
  field.name = reader.word(name, is_field_name, "field_name_form");
  const KnownField* known = known_field(field.name);
  field.kind = read_kind(Reader::member(place, "kind"), known, reader);
  if (!is_whole && is_rare(field.kind)) reader.expected(place, "");
  const bool is_own = known == nullptr && !field.name.empty();
  reader.translated(place, "label", field.label, is_own ? "field_label" : nullptr);
  const Place optional = Reader::member(place, "optional");
  field.optional = reader.is(optional, Kind::boolean) && optional.value->boolean;
  read_initial(Reader::member(place, "initial"), field, reader);
  reader.refuse(place, {"checked", "ticked", "default", "value", "selected"}, "nothing_answered");
  read_options(place, field, reader);
}

// Of the first version's document, {"updates": {...}}.
constexpr const char* a_list = "consent_list";

constexpr const char* a_consent_name = "consent_name_form";

void read_partner(const Place& place, Consent& consent, Reader& reader) {
  if (!reader.object(place, {"name", "contact", "privacy_policy"})) return;
  Partner& partner = consent.by.emplace();
  reader.translated(place, "name", partner.name, "partner_name");
  reader.link(place, "contact", partner.contact, "partner_contact");
  reader.link(place, "privacy_policy", partner.privacy_policy, "partner_policy");
}

void read_second_question(const Place& place, Consent& consent, Reader& reader) {
  if (!reader.object(place, {"question", "reassurance"})) return;
  SecondQuestion& second = consent.second_question.emplace();
  reader.translated(place, "question", second.question);
  reader.translated(place, "reassurance", second.reassurance);
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
  consent.purpose = reader.word(place, is_consent_name, a_consent_name);
  if (consent.purpose.empty()) consent.purpose = consent.name;
  const bool asks_to_sign = consent.purpose == purpose::sign;
  if (asks_to_sign != (consent.name == purpose::sign) && place.value != nullptr) {
    reader.expected(place, "sign_purpose");
  }
}

void read_consent(const Place& place, Consent& consent, Reader& reader) {
  if (!reader.object(place,
                     {"name", "purpose", "by", "statement", "hint", "ask", "second_question"})) {
    return;
  }
  reader.refuse(place, {"checked", "ticked", "default", "preselected", "value"}, "nothing_ticked");
  reader.refuse(place, {"required"}, "nothing_required");
  const Place name = reader.required(place, "name", "consent_name");
  consent.name = reader.word(name, is_consent_name, a_consent_name);
  read_purpose(Reader::member(place, "purpose"), consent, reader);
  const Place by = Reader::member(place, "by");
  if (reader.whole(by)) read_partner(by, consent, reader);
  reader.translated(place, "statement", consent.statement,
                    is_known_purpose(consent.purpose) ? nullptr : "statement");
  reader.translated(place, "hint", consent.hint);
  const Place ask = Reader::member(place, "ask");
  if (reader.whole(ask)) consent.asking = read_asking(ask, consent, reader);
  read_second_question(Reader::member(place, "second_question"), consent, reader);
}

// A signer is asked again at most once, and only whom a box may have escaped.
void check_second_question(const Place& place, const Consent& consent,
                           const std::vector<Consent>& consents, Reader& reader) {
  if (!consent.second_question) return;
  const Place second = Reader::member(place, "second_question");
  const auto asks = [](const Consent& other) { return other.second_question.has_value(); };
  if (consent.purpose != purpose::updates || consent.asking == Asking::yes_no) {
    reader.expected(second, "second_question_place");
  } else if (std::count_if(consents.begin(), consents.end(), asks) > 1) {
    reader.expected(second, "most_second_questions");
  }
}

// No news can be sent to somebody who is not asked for an address.
void check_address(const Place& place, const Consent& consent, const Petition& petition,
                   Reader& reader) {
  if (consent.purpose != purpose::updates || petition.field("email_address") != nullptr) return;
  reader.expected(place, "address_field");
}

bool asks_to_sign(const Place& consent) {
  const Place name = Reader::member(consent, "name");
  return name.holds(Kind::text) && name.value->text == purpose::sign;
}

}  // namespace

void read_fields(const Place& list, Petition& petition, Reader& reader) {
  const Items places = reader.items(list);
  petition.fields = std::vector<Field>(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    Field& field = petition.fields[i];
    read_field(places[i], field, reader);
    if (!field.name.empty() && petition.field(field.name) != &field) {
      reader.expected(places[i], "new_field");
    }
  }
  if (places.size() > most_fields) reader.expected(list, "most_fields");
}

void read_consents(const Place& list, Petition& petition, Reader& reader) {
  if (list.holds(Kind::object)) return reader.expected(list, a_list);
  const Items places = reader.items(list);
  std::size_t more = 1;
  for (const Place& place : places) {
    if (asks_to_sign(place)) more = 0;
  }
  std::vector<Consent>& consents = petition.consents;
  consents = std::vector<Consent>(places.size() + more);
  petition.lists_sign = more == 0;
  if (more != 0) consents.front().name = consents.front().purpose = purpose::sign;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place place = places[i];
    Consent& consent = consents[i + more];
    read_consent(place, consent, reader);
    if (!consent.name.empty() && petition.consent(consent.name) != &consent) {
      reader.expected(place, "new_consent");
    }
    check_second_question(place, consent, consents, reader);
    check_address(place, consent, petition, reader);
  }
  if (places.size() > most_consents) reader.expected(list, "most_consents");
}

}  // namespace petition_box
