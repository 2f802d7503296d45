#include <digest/sha256.hpp>
#include <endpoint/statements.hpp>

namespace petition_box::endpoint {

std::vector<ShownStatement> statements_of(const Petition& petition, const Catalogues& catalogues,
                                          const Platform& platform) {
  std::vector<ShownStatement> shown;
  for (const Consent& consent : petition.consents) {
    for (const auto& catalogue : catalogues.all()) {
      const Language language(*catalogue, platform);
      for (const std::string& tag : petition.languages) {
        Statement statement = statement_of(consent, petition, language, {tag});
        std::string hash = sha256(statement.text);
        shown.push_back(
            {petition.id, petition.version, consent.name, std::move(statement), std::move(hash)});
      }
    }
  }
  return shown;
}

}  // namespace petition_box::endpoint
