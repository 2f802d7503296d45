#include <iterator>
#include <utility>
#include <vector>

#include <endpoint/environment.hpp>
#include <endpoint/site.hpp>

namespace petition_box::endpoint {
namespace {

std::vector<ShownStatement> all_statements(const Material& material, const Platform& platform) {
  std::vector<ShownStatement> statements;
  for (const auto& [id, shelved] : material.petitions.all()) {
    auto shown = statements_of(*shelved.petition, material.catalogues, platform);
    std::move(shown.begin(), shown.end(), std::back_inserter(statements));
  }
  return statements;
}

// What an earlier signer signed is in the store, and nobody can tell it from the version.
bool keep_documents(const PetitionShelf& petitions, SignatureStore& store, Log& log) {
  std::vector<ServedDocument> documents;
  for (const auto& [id, shelved] : petitions.all()) {
    documents.push_back({id, shelved.petition->version, shelved.text_hash, shelved.text});
  }
  const auto changed = store.keep_documents(documents, now());
  if (!changed) return false;
  for (const ServedDocument& document : *changed) {
    log.tell({Level::warning, "document",
              document.petition + ": /version: expected another than \"" + document.version +
                  "\", for the text has changed since that version was first served"});
  }
  return true;
}

}  // namespace

Site::Site(Material material, KnownStatements known, const Lasting& lasting)
    : material_(std::move(material)),
      known_(std::move(known)),
      pages_(material_.catalogues, material_.share_words, lasting.count, lasting.platform),
      signing_(material_.catalogues, known_, lasting.platform, pages_, lasting.writer,
               lasting.archive, lasting.tokens),
      routes_({material_.petitions, material_.embed, material_.partners, lasting.count, pages_,
               signing_, lasting.health},
              lasting.options.origins) {}

std::optional<KnownStatements> keep_texts(const Material& material, const Platform& platform,
                                          SignatureStore& store, Log& log) {
  auto known = store.keep_statements(all_statements(material, platform));
  if (!known || !keep_documents(material.petitions, store, log)) return std::nullopt;
  return known;
}

}  // namespace petition_box::endpoint
