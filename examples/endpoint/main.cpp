#include <algorithm>
#include <csignal>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <command/catalogues.hpp>
#include <endpoint/count.hpp>
#include <endpoint/environment.hpp>
#include <endpoint/health.hpp>
#include <endpoint/options.hpp>
#include <endpoint/pages.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/remembering_platform.hpp>
#include <endpoint/routes.hpp>
#include <endpoint/server.hpp>
#include <endpoint/signing.hpp>
#include <endpoint/sqlite/sqlite_store.hpp>
#include <endpoint/statements.hpp>
#include <endpoint/store.hpp>
#include <endpoint/stored_folder.hpp>
#include <endpoint/writer.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box::endpoint {
namespace {

constexpr int failed = 1;
constexpr int misused = 2;

int fail(std::string lines) {
  while (!lines.empty() && lines.back() == '\n') lines.pop_back();
  std::cerr << lines << std::endl;
  return failed;
}

// What is served, from folders that have been read.
struct Material {
  PetitionShelf petitions;
  Catalogues catalogues;
  StoredFolder embed;
  StoredFolder partners;
};

// Puts what was read in its place, or adds to what is wrong.
template <class Thing>
void take(Thing& into, std::variant<Thing, std::string> read, std::string& wrong) {
  if (auto* thing = std::get_if<Thing>(&read)) {
    into = std::move(*thing);
  } else {
    if (!wrong.empty() && wrong.back() != '\n') wrong += '\n';
    wrong += *std::get_if<std::string>(&read);
  }
}

// What is wrong with it and served all the same, or left out; a line each.
std::string warnings_of(const Material& material) {
  return material.petitions.warnings() + material.catalogues.warnings() +
         material.embed.warnings() + material.partners.warnings();
}

std::variant<Material, std::string> read_material(const Options& options) {
  Material material;
  std::string wrong;
  take(material.petitions, PetitionShelf::read(options.petitions), wrong);
  take(material.catalogues, Catalogues::read(options.embed), wrong);
  take(material.embed, StoredFolder::read(options.embed), wrong);
  if (!options.partners.empty())
    take(material.partners, StoredFolder::read(options.partners), wrong);
  if (!wrong.empty()) return warnings_of(material) + wrong;
  return material;
}

std::vector<ShownStatement> all_statements(const Material& material, const Platform& platform) {
  std::vector<ShownStatement> statements;
  for (const auto& [id, shelved] : material.petitions.all()) {
    auto shown = statements_of(shelved.petition, material.catalogues, platform);
    std::move(shown.begin(), shown.end(), std::back_inserter(statements));
  }
  return statements;
}

// Keeps the texts, and tells of those that changed without their version: what an earlier signer
// signed is in the store, and nobody can tell it from the version.
bool keep_documents(const PetitionShelf& petitions, Store& store) {
  std::vector<ServedDocument> documents;
  for (const auto& [id, shelved] : petitions.all()) {
    documents.push_back({id, shelved.petition.version, shelved.text_hash, shelved.text});
  }
  const auto changed = store.keep_documents(documents, now());
  if (!changed) return false;
  for (const ServedDocument& document : *changed) {
    std::cerr << document.petition << ": /version: expected another than \"" << document.version
              << "\", for the text has changed since that version was first served" << std::endl;
  }
  return true;
}

int serve(const Options& options, const Material& material, std::unique_ptr<Store> store) {
  const IcuPlatform icu;
  const RememberingPlatform platform(icu);
  const auto known = store->keep_statements(all_statements(material, platform));
  if (!known || !keep_documents(material.petitions, *store))
    return fail("cannot write to " + options.database + ": " + store->error());
  Count count(material.petitions.ids());
  Writer writer(std::move(store), count);
  const Pages pages(material.catalogues, count, platform);
  const Signing signing(material.catalogues, *known, platform, pages, writer);
  Health health(writer);
  const Routes routes(
      {material.petitions, material.embed, material.partners, count, pages, signing, health},
      options.origins);
  Server server(routes, options.limits);
  if (const std::string wrong = server.listen(options.address, options.port); !wrong.empty()) {
    return fail(wrong);
  }
  std::cout << "Petition Box is at " << server.url() << std::endl;
  server.run();
  writer.stop();
  std::cout << "Stopped." << std::endl;
  return 0;
}

int run(const Options& options) {
  const auto material = read_material(options);
  if (const auto* wrong = std::get_if<std::string>(&material)) return fail(*wrong);
  std::cerr << warnings_of(*std::get_if<Material>(&material)) << std::flush;
  auto store = sqlite::SqliteStore::open(options.database, options.key, now());
  if (const auto* wrong = std::get_if<std::string>(&store)) {
    return fail("cannot open the database " + options.database + ": " + *wrong);
  }
  return serve(options, *std::get_if<Material>(&material),
               std::move(*std::get_if<std::unique_ptr<Store>>(&store)));
}

}  // namespace
}  // namespace petition_box::endpoint

int main(int argc, char** argv) {
  namespace endpoint = petition_box::endpoint;
  using petition_box::Help;
  using petition_box::Misuse;
  // A reader of our output who leaves must not end us.
  std::signal(SIGPIPE, SIG_IGN);
  // Nor must a limit of the files' size: a write that fails is answered.
  std::signal(SIGXFSZ, SIG_IGN);
  const auto options = endpoint::read_options(argc, argv);
  if (std::holds_alternative<Help>(options)) {
    std::cout << endpoint::usage;
    return 0;
  }
  if (const auto* misuse = std::get_if<Misuse>(&options)) {
    std::cerr << misuse->what << "\n" << endpoint::usage;
    return endpoint::misused;
  }
  return endpoint::run(*std::get_if<endpoint::Options>(&options));
}
