#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace petition_box {

// What crosses to the browser: bytes, numbers in LEB128 (unsigned), texts as their length in bytes
// and then their UTF-8.
class Bytes {
 public:
  void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }

  void number(std::uint64_t value) {
    while (value >= 0x80) {
      byte(static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
  }

  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }

  const std::string& written() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace petition_box
