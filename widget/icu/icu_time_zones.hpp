#pragma once

#include <language/time_zones.hpp>

namespace petition_box {

// Those of the International Components for Unicode.
class IcuTimeZones final : public TimeZones {
 public:
  bool has(std::string_view zone) const override;
  std::int64_t end_of(const Date& day, std::string_view zone) const override;
};

}  // namespace petition_box
