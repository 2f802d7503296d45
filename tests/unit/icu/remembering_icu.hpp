#pragma once

#include <icu/icu_platform.hpp>

namespace petition_box {

// ICU, which forgets nothing that it was asked before: a view asks for 250 names of countries.
class RememberingIcu final : public Platform {
 public:
  std::string number(std::string_view tag, std::int64_t number) const override;
  std::string date(std::string_view tag, const Date& date) const override;
  std::string time_zone(std::string_view tag, std::string_view zone) const override;
  std::string plural_category(std::string_view tag, std::int64_t number) const override;
  std::string regions(std::string_view tag, std::string_view codes) const override;
  std::string language(std::string_view tag) const override;
  std::string composed(std::string_view text) const override;
  std::string ascii_domain(std::string_view domain) const override;

 private:
  IcuPlatform icu_;
};

}  // namespace petition_box
