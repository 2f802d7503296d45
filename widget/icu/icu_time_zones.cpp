#include <memory>

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <icu/icu_time_zones.hpp>
#include <icu/utf16.hpp>

namespace petition_box {

bool IcuTimeZones::has(std::string_view zone) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString canonical;
  UBool is_known = 0;
  icu::TimeZone::getCanonicalID(utf16(zone), canonical, is_known, status);
  return U_SUCCESS(status) && is_known != 0;
}

std::int64_t IcuTimeZones::end_of(const Date& day, std::string_view zone) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(icu::TimeZone::createTimeZone(utf16(zone)), status);
  // Where clocks are put back at midnight, or to it, the next day begins at the first of two; where
  // they are put forward from it, at that moment.
  calendar.setRepeatedWallTimeOption(UCAL_WALLTIME_FIRST);
  calendar.setSkippedWallTimeOption(UCAL_WALLTIME_NEXT_VALID);
  calendar.clear();
  calendar.set(day.year, day.month - 1, day.day + 1);
  return static_cast<std::int64_t>(calendar.getTime(status));
}

}  // namespace petition_box
