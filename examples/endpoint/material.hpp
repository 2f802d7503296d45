#pragma once

#include <optional>
#include <string>
#include <variant>

#include <command/catalogues.hpp>
#include <endpoint/options.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/stored_folder.hpp>

namespace petition_box::endpoint {

// What is served, from folders that have been read.
struct Material {
  PetitionShelf petitions;
  Catalogues catalogues;
  // What is said after the signature; where there is none, nothing is.
  std::optional<Catalogues> share_words;
  StoredFolder embed;
  StoredFolder partners;
};

// Reads the folders of the options. Otherwise says all that is wrong, a line each.
std::variant<Material, std::string> read_material(const Options& options);

// Reads them anew: what cannot be read is as it was before. Adds to what is wrong, a line each.
Material read_anew(const Options& options, const Material& former, std::string& wrong);

// What is wrong with it and served all the same, or left out; a line each.
std::string warnings_of(const Material& material);

}  // namespace petition_box::endpoint
