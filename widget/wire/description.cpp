#include <wire/description.hpp>

namespace petition_box {

using json::Value;

Encoding encoding_named(std::string_view name) {
  return static_cast<Encoding>(index_among(encoding_names, name) % encoding_names.size());
}

const Value* Description::part(std::string_view member, std::string_view inner) const {
  const Value* value = part(member);
  return value == nullptr ? nullptr : value->find(inner);
}

std::string_view Description::text(std::string_view member, std::string_view inner) const {
  const Value* value = part(member);
  return value == nullptr ? std::string_view() : value->text_of(inner);
}

bool Description::is(std::string_view member, bool otherwise) const {
  const Value* value = part(member);
  return value == nullptr ? otherwise : value->boolean;
}

Encoding Description::encoding() const { return encoding_named(text("request", "encoding")); }

bool Description::is_preflighted() const {
  const Value* headers = part("request", "headers");
  const bool has_headers = headers != nullptr && !headers->members.empty();
  return encoding() == Encoding::json || has_headers || text("request", "method") == "PUT";
}

}  // namespace petition_box
