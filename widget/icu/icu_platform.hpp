#pragma once

#include <language/platform.hpp>

namespace petition_box {

// The platform natively: the International Components for Unicode.
class IcuPlatform final : public Platform {
 public:
  std::string number(std::string_view tag, std::int64_t number) const override;
  std::string date(std::string_view tag, const Date& date) const override;
  std::string time_zone(std::string_view tag, std::string_view zone) const override;
  std::string plural_category(std::string_view tag, std::int64_t number) const override;
  std::string regions(std::string_view tag, std::string_view codes) const override;
  std::string language(std::string_view tag) const override;
  std::string composed(std::string_view text) const override;
  std::string ascii_domain(std::string_view domain) const override;
};

}  // namespace petition_box
