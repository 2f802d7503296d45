#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <form/name_value.hpp>

namespace petition_box {

// What a signer said about one consent: nothing, yes, or no, be it that a box was unticked again.
enum class Decision : std::uint8_t { none, given, refused };

// Where it was said: in a box, between yes and no, or when asked a second time.
enum class How : std::uint8_t { box, yes_no, second_question };

constexpr std::array<Decision, 3> all_decisions{Decision::none, Decision::given, Decision::refused};
constexpr std::array<How, 3> all_hows{How::box, How::yes_no, How::second_question};

// As the wire and the store name them.
const char* name_of(Decision decision);
const char* name_of(How how);

struct ConsentAnswer {
  std::string consent;
  Decision decision = Decision::none;
  How how = How::box;
  std::int64_t at = 0;    // the moment of the last change, ms since 1970, UTC; 0: not known
  std::string text_hash;  // SHA-256 of the statement beside it; empty until it is evidence
};

// What a signer has typed, chosen and ticked, by the names of fields and consents. What was never
// answered is empty, or none. document/field.hpp says what is the answer to each kind of field.
class Answers {
 public:
  const std::string& operator[](std::string_view field) const;
  std::string& operator[](std::string_view field);

  const ConsentAnswer& consent(std::string_view name) const;
  ConsentAnswer& consent(std::string_view name);

  bool gives(std::string_view consent_name) const {
    return consent(consent_name).decision == Decision::given;
  }

  const std::vector<NameValue>& fields() const { return fields_; }
  const std::vector<ConsentAnswer>& consents() const { return consents_; }

  void forget_consents() { consents_.clear(); }

 private:
  const NameValue* find_field(std::string_view name) const;
  const ConsentAnswer* find_consent(std::string_view name) const;

  std::vector<NameValue> fields_;
  std::vector<ConsentAnswer> consents_;
};

// The values that were chosen among several, of their answer, and back.
std::vector<std::string> choices_in(std::string_view answer);
std::string join_choices(const std::vector<std::string>& values);

}  // namespace petition_box
