#include <vector>

#include <unicode/ascii.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

bool is_hexadecimal(char c) { return is_digit(c) || (to_small(c) >= 'a' && to_small(c) <= 'f'); }

bool has_dash_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

}  // namespace

std::string content_of(const Answers& answers, const Petition& petition) {
  std::vector<NameValue> pairs{{"petition", petition.id}};
  for (const Field& field : petition.fields) pairs.push_back({field.name, answers[field.name]});
  for (const Consent& consent : petition.consents) {
    pairs.push_back({consent.name, name_of(answers.consent(consent.name).decision)});
  }
  return write_urlencoded(pairs);
}

std::string make_uuid(const std::array<unsigned char, 16>& random) {
  std::array<unsigned char, 16> bytes = random;
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
  std::string uuid;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (has_dash_before(i)) uuid += '-';
    uuid += "0123456789abcdef"[bytes[i] >> 4U];
    uuid += "0123456789abcdef"[bytes[i] & 0xFU];
  }
  return uuid;
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hexadecimal(text[i])) return false;
  }
  return true;
}

}  // namespace petition_box
