#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <document/petition.hpp>
#include <form/answers.hpp>
#include <language/platform.hpp>

namespace petition_box {

// One answer that cannot be taken as it is. Neither says it in words: the box does, in its
// language.
struct FieldError {
  std::string name;  // of the field or consent on the wire: "email_address", "consent_sign"
  std::string code;  // "missing"
};

bool operator==(const FieldError& a, const FieldError& b);

struct Checked {
  Answers cleaned;                 // what is sent and kept; what was not asked for is not in it
  std::vector<FieldError> errors;  // in the order of the form
};

constexpr std::size_t most_word_length = 40;    // code points
constexpr std::size_t most_line_length = 255;   // code points
constexpr std::size_t most_text_length = 2000;  // code points

// In code points.
std::size_t most_length_of(const Field& field);

// What is looked at of an answer as it was typed, in bytes: a code point has four at the most.
std::size_t most_bytes_of(const Field& field);

// The rules for a signature, the same in the signer's browser and on the endpoint:
//   missing   a field that is not optional is empty, or the e-mail address is though news are
//             wanted, or the consent to sign is not given
//   encoding  an answer is not UTF-8
//   too_long  an answer has more bytes than it may, or a text or a postcode more code points
//   marks     an answer has more than 30 marks on one letter (UAX 15, Stream-Safe Text Format)
//   address   a name holds the address of a web page
//   format    an answer is not of its field's kind
Checked check(const Petition& petition, const Answers& answers, const Platform& platform);

}  // namespace petition_box
