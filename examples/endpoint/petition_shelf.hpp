#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <document/petition.hpp>
#include <endpoint/stored_file.hpp>

namespace petition_box::endpoint {

struct ShelvedPetition {
  Petition petition;
  StoredFile document;  // as its author wrote it
};

// The petitions that are served, by their ids.
class PetitionShelf {
 public:
  // Reads every *.json of the folder. Otherwise says all that is wrong with them, a line each.
  static std::variant<PetitionShelf, std::string> read(const std::string& folder);

  // Null where there is none.
  const ShelvedPetition* find(std::string_view id) const;

  std::vector<std::string> ids() const;

  // What the documents hold that nobody reads, a line each; they are served all the same.
  const std::string& warnings() const { return warnings_; }

  const std::map<std::string, ShelvedPetition, std::less<>>& all() const { return petitions_; }

 private:
  std::map<std::string, ShelvedPetition, std::less<>> petitions_;
  std::string warnings_;
};

}  // namespace petition_box::endpoint
