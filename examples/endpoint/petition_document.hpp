#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <endpoint/stored_file.hpp>

namespace petition_box::endpoint {

// The document of a petition as it is sent.
class PetitionDocument {
 public:
  // Nothing to send.
  PetitionDocument() = default;

  // Of the text at the path, in these languages.
  PetitionDocument(const std::filesystem::path& path, std::string text,
                   std::vector<std::string> languages);

  // As its author wrote it.
  const StoredFile& whole() const { return whole_; }

  // In the language of the petition that suits readers of this one (command/one_language.hpp); the
  // whole where it has no other. Made when it is first asked for: few languages are.
  const StoredFile& in(const std::string& language) const;

 private:
  StoredFile whole_;
  std::vector<std::string> languages_;
  mutable std::map<std::string, StoredFile> made_;
};

}  // namespace petition_box::endpoint
