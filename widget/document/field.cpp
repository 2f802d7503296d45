#include <algorithm>

#include <document/consent.hpp>
#include <document/field.hpp>
#include <unicode/ascii.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_name_bytes = 40;

constexpr std::array<const char*, all_field_kinds.size()> kind_names{
    "line",   "long_text", "email", "country", "postcode", "phone",
    "choice", "choices",   "tick",  "number",  "date"};

// What the wire says of a signature under names of its own (wire/reference.cpp).
constexpr std::array<std::string_view, 5> names_of_the_wire{
    "submission_id", "language", "document_version", "box_version", "source"};

bool is_small_word(std::string_view text) {
  const auto fits = [](char c) { return is_small(c) || is_digit(c) || c == '_'; };
  return !text.empty() && text.size() <= most_name_bytes &&
         std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

const std::array<KnownField, 13> known_fields{{
    {"honorific_prefix", FieldKind::line, Phrase::field_honorific_prefix, "honorific-prefix", true},
    {"given_name", FieldKind::line, Phrase::field_given_name, "given-name", true},
    {"family_name", FieldKind::line, Phrase::field_family_name, "family-name", true},
    {"email_address", FieldKind::email, Phrase::field_email_address, "email"},
    {"phone_number", FieldKind::phone, Phrase::field_phone_number, "tel"},
    {"organization", FieldKind::line, Phrase::field_organization, "organization"},
    {"birth_date", FieldKind::date, Phrase::field_birth_date, "bday"},
    {"address_lines", FieldKind::long_text, Phrase::field_address_lines, "street-address"},
    {"postal_code", FieldKind::postcode, Phrase::field_postal_code, "postal-code"},
    {"locality", FieldKind::line, Phrase::field_locality, "address-level2"},
    {"region", FieldKind::line, Phrase::field_region, "address-level1"},
    {"country", FieldKind::country, Phrase::field_country, "country"},
    {"comment", FieldKind::long_text, Phrase::field_comment, "off"},
}};

const char* name_of(FieldKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<FieldKind> field_kind_named(std::string_view name) {
  for (const FieldKind kind : all_field_kinds) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

const KnownField* known_field(std::string_view name) {
  for (const KnownField& known : known_fields) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

bool is_field_name(std::string_view name) {
  return is_small_word(name) && name.front() >= 'a' &&
         name.substr(0, consent_prefix.size()) != consent_prefix &&
         std::find(names_of_the_wire.begin(), names_of_the_wire.end(), name) ==
             names_of_the_wire.end();
}

const Option* Field::option(std::string_view wanted) const {
  for (const Option& one : options) {
    if (one.value == wanted) return &one;
  }
  return nullptr;
}

bool is_option_value(std::string_view value) { return is_small_word(value); }

}  // namespace petition_box
