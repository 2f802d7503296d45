#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include <document/field.hpp>

namespace petition_box {

// Whether a consent is given, and the moment of the last change (milliseconds since 1970, UTC).
struct Consent {
  bool given = false;
  std::int64_t at = 0;
};

// What a signer has typed and ticked.
class Answers {
 public:
  std::string& operator[](Field field) { return texts_[static_cast<std::size_t>(field)]; }
  const std::string& operator[](Field field) const {
    return texts_[static_cast<std::size_t>(field)];
  }

  Consent& operator[](Purpose purpose) { return consents_[static_cast<std::size_t>(purpose)]; }
  const Consent& operator[](Purpose purpose) const {
    return consents_[static_cast<std::size_t>(purpose)];
  }

 private:
  std::array<std::string, all_fields.size()> texts_;
  std::array<Consent, all_purposes.size()> consents_;
};

}  // namespace petition_box
