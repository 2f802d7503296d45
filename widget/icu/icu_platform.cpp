#include <algorithm>
#include <memory>
#include <string>

#include <vector>

#include <unicode/bytestream.h>
#include <unicode/calendar.h>
#include <unicode/coll.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/idna.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>

#include <icu/icu_platform.hpp>
#include <icu/icu_time_zones.hpp>
#include <icu/utf16.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  // With what it makes of no tag ("ll-s") ICU crashes later.
  if (U_FAILURE(status) || locale.isBogus() != 0) return icu::Locale::getRoot();
  // The petition's dates are Gregorian, whatever calendar the language's readers use otherwise.
  locale.setKeywordValue("calendar", "gregorian", status);
  // Arabic of no country has the digits of its newspapers and public services on the web, as in
  // CLDR from version 44 on: browsers and ICU here may differ.
  if (tag == "ar") locale.setKeywordValue("numbers", "latn", status);
  return locale;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// Whether more marks follow each other than UAX 15 (Stream-Safe Text Format) allows.
bool is_crowded(std::string_view text) {
  constexpr int most_marks = 30;
  int marks = 0;
  while (!text.empty() && marks <= most_marks) {
    const CodePoint c = first_code_point(text);
    text.remove_prefix(c.bytes);
    const bool is_mark =
        c.valid && (U_GET_GC_MASK(static_cast<UChar32>(c.value)) & U_GC_M_MASK) != 0;
    marks = is_mark ? marks + 1 : 0;
  }
  return marks > most_marks;
}

const char* skeleton_of(const Date& date) {
  if (date.month == 0) return "y";
  return date.day == 0 ? "yMMMM" : "yMMMMd";
}

}  // namespace

std::string IcuPlatform::number(std::string_view tag, std::int64_t number) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto written =
      icu::number::NumberFormatter::withLocale(locale_of(tag)).formatInt(number, status);
  return utf8(written.toString(status));
}

std::string IcuPlatform::date(std::string_view tag, const Date& date) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = locale_of(tag);
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), locale, status);
  calendar.clear();
  calendar.set(date.year, date.month == 0 ? 0 : date.month - 1, date.day == 0 ? 1 : date.day);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return {};
  icu::SimpleDateFormat format(patterns->getBestPattern(skeleton_of(date), status), locale, status);
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString written;
  format.format(calendar.getTime(status), written, status);
  return utf8(written);
}

std::string IcuPlatform::time_zone(std::string_view tag, std::string_view zone) const {
  constexpr UDate some_day = 1.8e12;  // the same as in embed/platform.js
  if (!IcuTimeZones().has(zone)) return std::string(zone);
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat format("vvvv", locale_of(tag), status);
  format.adoptTimeZone(icu::TimeZone::createTimeZone(utf16(zone)));
  icu::UnicodeString written;
  return utf8(format.format(some_day, written));
}

std::string IcuPlatform::plural_category(std::string_view tag, std::int64_t number) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(locale_of(tag), status));
  if (U_FAILURE(status)) return "other";
  const auto written =
      icu::number::NumberFormatter::withLocale(locale_of(tag)).formatInt(number, status);
  return utf8(rules->select(written, status));
}

std::string IcuPlatform::regions(std::string_view tag, std::string_view codes) const {
  const icu::Locale locale = locale_of(tag);
  std::vector<std::pair<icu::UnicodeString, std::string>> names;
  names.reserve(codes.size() / 2);
  for (std::size_t i = 0; i + 2 <= codes.size(); i += 2) {
    const std::string code(codes.substr(i, 2));
    icu::UnicodeString name;
    icu::Locale("", code.c_str()).getDisplayCountry(locale, name);
    names.emplace_back(name, code);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
  std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
    return collator->compare(a.first, b.first, status) == UCOL_LESS;
  });
  std::string regions;
  for (const auto& [name, code] : names) regions += code + utf8(name) + '\n';
  return regions;
}

std::string IcuPlatform::language(std::string_view tag) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  if (U_FAILURE(status)) return std::string(tag);
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(locale, ULDN_DIALECT_NAMES));
  icu::UnicodeString name;
  // Without what a private use of the language would be called.
  names->localeDisplayName(icu::Locale(locale.getBaseName()), name);
  constexpr std::uint32_t first_letter = U_TITLECASE_NO_LOWERCASE | U_TITLECASE_NO_BREAK_ADJUSTMENT;
  return utf8(name.toTitle(nullptr, locale, first_letter | U_TITLECASE_WHOLE_STRING));
}

std::string IcuPlatform::composed(std::string_view text) const {
  if (is_crowded(text)) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, piece.size());
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  // Some characters fall into several marks.
  return is_crowded(composed) ? std::string() : composed;
}

std::string IcuPlatform::ascii_domain(std::string_view domain) const {
  UErrorCode status = U_ZERO_ERROR;
  // The options of the URL standard, section 3.3 (domain to ASCII, not strict).
  constexpr std::uint32_t options =
      UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
  // It never changes, and may be asked by several threads.
  static const std::unique_ptr<const icu::IDNA> idna(
      icu::IDNA::createUTS46Instance(options, status));
  icu::IDNAInfo info;
  icu::UnicodeString ascii;
  idna->nameToASCII(utf16(domain), ascii, info, status);
  return U_FAILURE(status) || info.hasErrors() ? std::string() : utf8(ascii);
}

}  // namespace petition_box
