#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <language/platform.hpp>

namespace petition_box::endpoint {

// A platform with a cache of what takes it long: dates, and the names of regions and time zones.
// They are few, for they come from the documents and catalogues that are served.
class CachedPlatform final : public Platform {
 public:
  // The platform must outlive this.
  explicit CachedPlatform(const Platform& platform) : platform_(platform) {}

  std::string number(std::string_view tag, std::int64_t number) const override;
  std::string date(std::string_view tag, const Date& date) const override;
  std::string time_zone(std::string_view tag, std::string_view zone) const override;
  std::string plural_category(std::string_view tag, std::int64_t number) const override;
  std::string regions(std::string_view tag, std::string_view codes) const override;
  std::string language(std::string_view tag) const override;
  std::string composed(std::string_view text) const override;
  std::string ascii_domain(std::string_view domain) const override;

 private:
  const Platform& platform_;
  mutable std::map<std::pair<std::string, std::string>, std::string> dates_;
  mutable std::map<std::pair<std::string, std::string>, std::string> time_zones_;
  mutable std::map<std::pair<std::string, std::string>, std::string> regions_;
};

}  // namespace petition_box::endpoint
