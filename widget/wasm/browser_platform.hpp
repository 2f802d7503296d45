#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <language/platform.hpp>
#include <wasm/boundary.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

// The platform in a browser: each question crosses the boundary. What a view asks it asks again for
// the next view, so those answers are kept.
class BrowserPlatform final : public Platform {
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
  std::string once(Question question, std::initializer_list<std::string_view> texts) const;

  mutable std::vector<NameValue> known_;  // answers, by their questions as these cross
};

}  // namespace petition_box
