#include <unit/catch.hpp>
#include <unit/snippet/pasting.hpp>

#include <memory>
#include <variant>

#include <unit/box/visitor.hpp>
#include <unit/icu/remembering_icu.hpp>

namespace petition_box {

SnippetRequest request_for(const Petition& petition, const std::string& language) {
  SnippetRequest request;
  request.places = places_at("https://box.example", petition.id, "");
  request.language = language;
  return request;
}

std::string snippet(SnippetKind kind, const SnippetRequest& request, const Petition& petition,
                    const std::string& catalogue) {
  static const RememberingIcu platform;
  const auto read = Catalogue::read(catalogue, catalogue_text(catalogue));
  return write_snippet(kind, request, std::make_shared<const Petition>(petition),
                       std::make_shared<const Catalogue>(std::get<Catalogue>(read)), platform);
}

int times(const std::string& text, const std::string& piece) {
  int count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

bool has(const std::string& text, const std::string& piece) { return times(text, piece) > 0; }

}  // namespace petition_box
