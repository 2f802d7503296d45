#include <document/field.hpp>

namespace petition_box {
namespace {

constexpr std::array<const char*, all_fields.size()> field_names{
    "given_name", "family_name", "email_address", "country", "postal_code", "comment"};

constexpr std::array<const char*, all_purposes.size()> purpose_names{"consent_sign",
                                                                     "consent_updates"};

}  // namespace

const char* name_of(Field field) { return field_names[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view name) {
  for (const Field field : all_fields) {
    if (name_of(field) == name) return field;
  }
  return std::nullopt;
}

const char* name_of(Purpose purpose) { return purpose_names[static_cast<std::size_t>(purpose)]; }

}  // namespace petition_box
