#include <endpoint/postgresql/column.hpp>

namespace petition_box::endpoint::postgresql {

std::string notation_of(const Blob& blob) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "\\x";
  for (const char c : blob.bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

void Column::begin_item() {
  if (!items_.empty()) items_ += ',';
}

void Column::add(std::string_view text) {
  begin_item();
  items_ += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') items_ += '\\';
    items_ += c;
  }
  items_ += '"';
}

void Column::add(const Blob& blob) { add(std::string_view(notation_of(blob))); }

void Column::add(std::int64_t number) {
  begin_item();
  items_ += std::to_string(number);
}

}  // namespace petition_box::endpoint::postgresql
