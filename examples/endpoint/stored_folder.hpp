#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <endpoint/stored_file.hpp>

namespace petition_box::endpoint {

// The files of a folder and its subfolders, by their paths in it ("locales/fr.json"). "X.br" and
// "X.gz" beside X are its compressed variants. Names that begin with a dot are left out, and so is
// what lies outside the folder, whatever links lead there.
class StoredFolder {
 public:
  // Reads all of them. Otherwise says what is wrong, in one line.
  static std::variant<StoredFolder, std::string> read(const std::string& folder);

  // Null where there is none.
  const StoredFile* find(std::string_view path) const;

  // What is in the folder and not served, a line each with the reason.
  const std::string& warnings() const { return warnings_; }

 private:
  using Path = std::filesystem::path;
  using Entry = std::filesystem::directory_entry;
  using Entries = std::vector<Entry>;

  // False: there are too many files.
  bool read_entries(const Path& folder, const Entries& entries);
  bool read_entry(const Path& folder, const Entry& entry);

  std::optional<std::string> read_bytes(const Path& path);
  StoredFile::Variant compressed(Path path, const char* ending);
  void leave_out(const Path& path, std::string_view reason);

  Path root_;
  std::map<std::string, StoredFile, std::less<>> files_;
  std::string warnings_;
};

}  // namespace petition_box::endpoint
