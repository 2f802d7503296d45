#pragma once

#include <array>
#include <string>
#include <vector>

#include <form/answers.hpp>
#include <form/check.hpp>

namespace petition_box {

// One person's signature with the evidence of what was agreed to. Its id is the same on every
// attempt to send it, so that any of them may be repeated (RFC 9562 UUID, version 4).
struct Signature {
  std::string submission_id;
  std::string language;  // BCP 47, of the box when it was signed
  std::string document_version;
  std::string box_version;
  Answers answers;  // cleaned and checked
  // By purpose: SHA-256 of the exact text beside the consent; empty where it was not asked for.
  std::array<std::string, all_purposes.size()> statement_hashes;

  std::string& hash(Purpose purpose) { return statement_hashes[static_cast<std::size_t>(purpose)]; }
  const std::string& hash(Purpose purpose) const {
    return statement_hashes[static_cast<std::size_t>(purpose)];
  }
};

// The UUID of version 4 (RFC 9562 section 5.4) made of 16 random bytes.
std::string make_uuid(const std::array<unsigned char, 16>& random);

// Whether the text has the form of a UUID: 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view text);

}  // namespace petition_box
