#include <endpoint/cached_platform.hpp>

namespace petition_box::endpoint {
namespace {

// What the map has for the key; where it has nothing, what is made now.
template <class Map, class Make>
typename Map::mapped_type recall(Map& map, typename Map::key_type key, Make make) {
  const auto found = map.find(key);
  if (found != map.end()) return found->second;
  return map.emplace(std::move(key), make()).first->second;
}

std::string written(const Date& date) {
  return std::to_string(date.year) + '-' + std::to_string(date.month) + '-' +
         std::to_string(date.day);
}

}  // namespace

std::string CachedPlatform::number(std::string_view tag, std::int64_t number) const {
  return platform_.number(tag, number);
}

std::string CachedPlatform::date(std::string_view tag, const Date& date) const {
  return recall(dates_, {std::string(tag), written(date)},
                [&] { return platform_.date(tag, date); });
}

std::string CachedPlatform::time_zone(std::string_view tag, std::string_view zone) const {
  return recall(time_zones_, {std::string(tag), std::string(zone)},
                [&] { return platform_.time_zone(tag, zone); });
}

std::string CachedPlatform::plural_category(std::string_view tag, std::int64_t number) const {
  return platform_.plural_category(tag, number);
}

std::string CachedPlatform::regions(std::string_view tag, std::string_view codes) const {
  return recall(regions_, {std::string(tag), std::string(codes)},
                [&] { return platform_.regions(tag, codes); });
}

std::string CachedPlatform::language(std::string_view tag) const { return platform_.language(tag); }

std::string CachedPlatform::composed(std::string_view text) const {
  return platform_.composed(text);
}

std::string CachedPlatform::ascii_domain(std::string_view domain) const {
  return platform_.ascii_domain(domain);
}

}  // namespace petition_box::endpoint
