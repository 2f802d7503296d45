#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <document/text.hpp>
#include <language/phrase.hpp>

namespace petition_box {

// What kind of answer a field takes. In answers, a choice is the value of its option, several
// choices are those of theirs, a line each, a tick is `ticked`, and a date is 2001-12-31.
enum class FieldKind : std::uint8_t {
  line,
  long_text,
  email,
  country,
  postcode,
  // Few petitions ask for these: only the whole module knows them (document/whole.hpp).
  phone,
  choice,
  choices,
  tick,
  number,
  date,
};

constexpr std::array<FieldKind, 11> all_field_kinds{
    FieldKind::line,     FieldKind::long_text, FieldKind::email,  FieldKind::country,
    FieldKind::postcode, FieldKind::phone,     FieldKind::choice, FieldKind::choices,
    FieldKind::tick,     FieldKind::number,    FieldKind::date};

inline bool is_rare(FieldKind kind) { return kind >= FieldKind::phone; }

// As documents and the keys of catalogues name it.
const char* name_of(FieldKind kind);
std::optional<FieldKind> field_kind_named(std::string_view name);

inline bool has_options(FieldKind kind) {
  return kind == FieldKind::choice || kind == FieldKind::choices;
}

constexpr std::string_view ticked = "yes";

// A field that every box knows: a document need not say its kind or its label. The names are those
// of OSDI's person.
struct KnownField {
  std::string_view name;
  FieldKind kind;
  Phrase label;
  const char* autocomplete;  // HTML standard, #autofill-field
  bool is_name_of_person{};  // which is written with capitals, and holds no web address
};

// Null where the name is none of them.
const KnownField* known_field(std::string_view name);

extern const std::array<KnownField, 13> known_fields;

struct Option {
  std::string value;
  Text label;
};

// A field as one petition asks for it.
struct Field {
  std::string name;
  FieldKind kind = FieldKind::line;
  Text label;  // empty: the catalogue's own, of a known field
  bool optional = false;
  std::string initial;          // a country's code, chosen when the form opens; empty for none
  std::vector<Option> options;  // of a choice

  // Null where there is none of that value.
  const Option* option(std::string_view wanted) const;
};

constexpr std::size_t most_fields = 40;
constexpr std::size_t most_options = 250;

// Whether a document may call a field so: small letters, digits and low lines, at most 40, a letter
// first; neither a consent nor what a signature says of itself.
bool is_field_name(std::string_view name);

// The same for the value of an option, which may begin with a digit.
bool is_option_value(std::string_view value);

}  // namespace petition_box
