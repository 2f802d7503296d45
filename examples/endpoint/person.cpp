#include <algorithm>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <endpoint/person.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::endpoint {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters with a stroke and the like, which Unicode does not decompose (UAX #15).
void append_base(UChar32 c, icu::UnicodeString& to) {
  switch (c) {
    case 0xE6:
      to.append(u"ae");
      break;
    case 0x153:
      to.append(u"oe");
      break;
    case 0xF8:
      to.append(u'o');
      break;
    case 0xF0:
    case 0x111:
      to.append(u'd');
      break;
    case 0xFE:
      to.append(u"th");
      break;
    case 0x127:
      to.append(u'h');
      break;
    case 0x131:
      to.append(u'i');
      break;
    case 0x142:
      to.append(u'l');
      break;
    default:
      to.append(c);
  }
}

// Whether people leave the mark out when they write without accents, by its canonical combining
// class (UAX #44 #Canonical_Combining_Class_Values): accents stand above or below, 200 and more,
// points of Hebrew and Arabic are 10 to 35. The others belong to the letter: vowels of India's
// scripts, tones.
bool is_accent(UChar32 c) {
  const std::uint8_t combining_class = u_getCombiningClass(c);
  return combining_class >= 200 || (combining_class >= 10 && combining_class <= 35);
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// The letters and digits of any script, without accents and in lower case.
std::string folded(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(name);
  auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  text = normalizer->normalize(text.foldCase(), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isalnum(c) || (is_mark(c) && !is_accent(c))) append_base(c, kept);
  }
  if (kept.isEmpty()) return std::string(name);
  std::string bytes;
  kept.foldCase().toUTF8String(bytes);
  return bytes;
}

}  // namespace

std::string address_of(std::string_view email_address) {
  std::string address(email_address);
  std::transform(address.begin(), address.end(), address.begin(), to_small);
  return address;
}

std::string name_of(std::string_view given_name, std::string_view family_name) {
  std::string name(given_name);
  name += family_name;
  if (!is_ascii(name)) return folded(name);
  std::transform(name.begin(), name.end(), name.begin(), to_small);
  name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return !is_alphanumeric(c); }),
             name.end());
  return name;
}

}  // namespace petition_box::endpoint
