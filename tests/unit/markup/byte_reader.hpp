#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace petition_box {

// Takes apart what Bytes put together, as the browser does. Reading past the end is a mistake of
// whoever wrote the bytes: from then on `failed()`.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t byte();
  std::uint64_t number();
  std::string text();

  bool failed() const { return failed_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

}  // namespace petition_box
