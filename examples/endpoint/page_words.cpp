#include <cstdlib>
#include <string_view>

#include <endpoint/page_words.hpp>
#include <language/tag.hpp>

namespace petition_box::endpoint {
namespace {

struct Written {
  std::string tag;
  std::string_view text;
};

std::vector<Catalogue> read_all() {
  // The files of locales/, the first of which is English.
  const std::vector<Written> all{
#include <endpoint_locales.inc>
  };
  std::vector<Catalogue> catalogues;
  for (const auto& [tag, text] : all) {
    auto read = Catalogue::read(tag, text);
    // They are part of the program.
    if (!std::holds_alternative<Catalogue>(read)) std::abort();
    catalogues.push_back(std::move(*std::get_if<Catalogue>(&read)));
  }
  return catalogues;
}

}  // namespace

const Catalogue& page_words(const std::vector<std::string>& ranges) {
  static const std::vector<Catalogue> catalogues = read_all();
  std::vector<std::string> tags;
  tags.reserve(catalogues.size());
  for (const Catalogue& catalogue : catalogues) tags.push_back(catalogue.tag());
  return catalogues[lookup(ranges, tags).value_or(0)];
}

}  // namespace petition_box::endpoint
