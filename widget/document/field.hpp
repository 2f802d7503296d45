#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace petition_box {

// What a petition may ask of a signer. The names on the wire are those of OSDI's person.
enum class Field : std::uint8_t {
  given_name,
  family_name,
  email_address,
  country,
  postal_code,
  comment,
};

constexpr std::array<Field, 6> all_fields{Field::given_name,    Field::family_name,
                                          Field::email_address, Field::country,
                                          Field::postal_code,   Field::comment};

const char* name_of(Field field);
std::optional<Field> field_named(std::string_view name);

// A field as one petition asks for it.
struct FieldRequest {
  Field field = Field::given_name;
  bool optional = false;
  std::string initial;  // a country's code, chosen when the form opens; empty for none
};

// Why a signer's data is processed. Each is asked for by itself (GDPR recital 43).
enum class Purpose : std::uint8_t { sign, updates };

constexpr std::array<Purpose, 2> all_purposes{Purpose::sign, Purpose::updates};

// The name of the consent on the wire and in error pointers: "consent_sign".
const char* name_of(Purpose purpose);

}  // namespace petition_box
