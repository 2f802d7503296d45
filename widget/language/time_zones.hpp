#pragma once

#include <cstdint>
#include <string_view>

#include <language/date.hpp>

namespace petition_box {

// What only programs know that may close a petition by their clock: ICU natively. Zones have the
// names of the IANA database.
class TimeZones {
 public:
  virtual bool has(std::string_view zone) const = 0;

  // Milliseconds from 1970-01-01T00:00Z to the first moment after the day, in a zone that there is.
  virtual std::int64_t end_of(const Date& day, std::string_view zone) const = 0;

 protected:
  TimeZones() = default;
  TimeZones(const TimeZones&) = default;
  TimeZones(TimeZones&&) = default;
  TimeZones& operator=(const TimeZones&) = default;
  TimeZones& operator=(TimeZones&&) = default;
  ~TimeZones() = default;
};

}  // namespace petition_box
