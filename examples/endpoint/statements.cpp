#include <endpoint/statements.hpp>
#include <form/sha256.hpp>

namespace petition_box::endpoint {

std::vector<ShownStatement> statements_of(const Petition& petition, const Catalogues& catalogues,
                                          const Platform& platform) {
  std::vector<ShownStatement> shown;
  for (const Purpose purpose : all_purposes) {
    if (purpose == Purpose::updates && !petition.updates) continue;
    for (const auto& catalogue : catalogues.all()) {
      const Language language(*catalogue, platform);
      for (const std::string& tag : petition.languages) {
        Statement statement = statement_of(purpose, petition, language, {tag});
        std::string hash = sha256(statement.text);
        shown.push_back(
            {petition.id, petition.version, purpose, std::move(statement), std::move(hash)});
      }
    }
  }
  return shown;
}

}  // namespace petition_box::endpoint
