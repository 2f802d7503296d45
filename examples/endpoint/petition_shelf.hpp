#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <document/petition.hpp>
#include <endpoint/destination.hpp>
#include <endpoint/petition_document.hpp>
#include <share/source.hpp>

namespace petition_box::endpoint {

struct ShelvedPetition {
  std::shared_ptr<const Petition> petition;
  Destination destination;
  PetitionDocument document;
  ShareSource share;
  std::string file;       // its name in the folder
  std::string text;       // what people sign of it, JSON
  std::string text_hash;  // SHA-256 of that
};

// A document of the folder that is not served.
struct UnservedDocument {
  std::string file;  // its name in the folder
  std::string why;   // "folder/file.json: /title: expected ...", a line for each mistake
};

// The petitions that are served, by their ids.
class PetitionShelf {
 public:
  // Reads every *.json of the folder and serves those without errors, that the endpoint they name
  // can serve by its description in the folder of the box's files (embed). Of documents with one id
  // none is served: which of them people would sign, nobody could tell. In the place of a document
  // that is not served, the petition that was read from its file before is. Otherwise, where there
  // is none to serve, says all that is wrong, a line each.
  static std::variant<PetitionShelf, std::string> read(const std::string& folder,
                                                       const std::string& embed,
                                                       const PetitionShelf& former = {});

  // Null where there is none.
  const ShelvedPetition* find(std::string_view id) const;

  // In the order of their files.
  const std::vector<UnservedDocument>& unserved() const { return unserved_; }

  // What is wrong with the documents, those that are served included, a line each.
  std::string warnings() const;

  const std::map<std::string, ShelvedPetition, std::less<>>& all() const { return petitions_; }

 private:
  void keep(const PetitionShelf& former);

  std::map<std::string, ShelvedPetition, std::less<>> petitions_;
  std::vector<UnservedDocument> unserved_;
  std::string warnings_;
};

}  // namespace petition_box::endpoint
