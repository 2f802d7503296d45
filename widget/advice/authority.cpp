#include <advice/authority.hpp>

namespace petition_box {
namespace {

struct Authority {
  std::string_view countries;
  std::string_view link;
};

constexpr Authority authorities[]{
#define AUTHORITY(countries, name, site) {countries, "[" name "](" site ")"},
#include <advice/authorities.inc>
#undef AUTHORITY
};

}  // namespace

std::string_view authority_in(std::string_view country) {
  if (country.size() != 2) return {};
  for (const Authority& authority : authorities) {
    const std::size_t at = authority.countries.find(country);
    if (at != std::string_view::npos && at % 3 == 0) return authority.link;
  }
  return {};
}

}  // namespace petition_box
