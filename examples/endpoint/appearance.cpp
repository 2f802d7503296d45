#include <utility>

#include <colour/colour.hpp>
#include <endpoint/appearance.hpp>
#include <language/tag.hpp>
#include <snippet/address.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::endpoint {

Appearance appearance_of(const Request& request) {
  Appearance appearance;
  appearance.wanted = request.accept_language;
  for (const auto& [name, value] : read_urlencoded(request.query)) {
    if (name == "lang" && is_language_tag(as_tag(value))) appearance.language = as_tag(value);
    if (name == "in" && value == "frame") appearance.framed = true;
    if (name == "accent" && read_colour(value)) appearance.accent = value;
  }
  return appearance;
}

std::string in_same_frame(std::string address, const Appearance& appearance) {
  if (!appearance.framed) return address;
  address = with_query(std::move(address), "in", "frame");
  if (appearance.accent.empty()) return address;
  return with_query(std::move(address), "accent", appearance.accent);
}

}  // namespace petition_box::endpoint
