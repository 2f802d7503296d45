#include <unit/markup/byte_reader.hpp>

namespace petition_box {

std::uint8_t ByteReader::byte() {
  if (bytes_.empty()) {
    failed_ = true;
    return 0;
  }
  const auto value = static_cast<std::uint8_t>(bytes_.front());
  bytes_.remove_prefix(1);
  return value;
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint8_t part = byte();
    value |= static_cast<std::uint64_t>(part & 0x7FU) << shift;
    if (part < 0x80) return value;
  }
  failed_ = true;
  return value;
}

std::string ByteReader::text() {
  const std::uint64_t size = number();
  if (size > bytes_.size()) {
    failed_ = true;
    return {};
  }
  std::string value(bytes_.substr(0, size));
  bytes_.remove_prefix(size);
  return value;
}

}  // namespace petition_box
