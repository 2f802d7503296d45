#include <utility>

#include <endpoint/material.hpp>

namespace petition_box::endpoint {
namespace {

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

void read_into(Material& material, const Options& options, std::string& wrong) {
  take(material.petitions,
       PetitionShelf::read(options.petitions, options.embed, material.petitions), wrong);
  take(material.catalogues, Catalogues::read(options.embed), wrong);
  auto share_words = Catalogues::read(options.embed, "locales/share");
  if (auto* words = std::get_if<Catalogues>(&share_words)) material.share_words = std::move(*words);
  take(material.embed, StoredFolder::read(options.embed), wrong);
  if (!options.partners.empty())
    take(material.partners, StoredFolder::read(options.partners), wrong);
}

}  // namespace

std::variant<Material, std::string> read_material(const Options& options) {
  Material material;
  std::string wrong;
  read_into(material, options, wrong);
  if (!wrong.empty()) return warnings_of(material) + wrong;
  return material;
}

Material read_anew(const Options& options, const Material& former, std::string& wrong) {
  Material material = former;
  read_into(material, options, wrong);
  return material;
}

std::string warnings_of(const Material& material) {
  return material.petitions.warnings() + material.catalogues.warnings() +
         material.embed.warnings() + material.partners.warnings();
}

}  // namespace petition_box::endpoint
