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
    if (authority.countries.find(country) != std::string_view::npos) return authority.link;
  }
  return {};
}

}  // namespace petition_box
