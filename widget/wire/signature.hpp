#pragma once

#include <array>
#include <string>
#include <string_view>

#include <document/petition.hpp>
#include <form/answers.hpp>

namespace petition_box {

// One person's signature with the evidence of what was agreed to. Its id is the same on every
// attempt to send it, so that any of them may be repeated (RFC 9562 UUID, version 4).
struct Signature {
  std::string submission_id;
  std::string language;  // BCP 47, of the box when it was signed
  std::string document_version;
  std::string box_version;
  std::string source;  // the campaign's word for the way on which the signer came; empty: not told
  Answers answers;     // cleaned and checked, with the evidence of the consents
};

// What the signer decided, and nothing that differs between two tries to send it: two signatures
// with the same content are the same. In the order of the petition, urlencoded.
std::string content_of(const Answers& answers, const Petition& petition);

// The UUID of version 4 (RFC 9562 section 5.4) made of 16 random bytes.
std::string make_uuid(const std::array<unsigned char, 16>& random);

// Whether the text has the form of a UUID: 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view text);

}  // namespace petition_box
