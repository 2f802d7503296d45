#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// A file as it is sent, with what it was compressed to beforehand, in memory.
struct StoredFile {
  struct Variant {
    std::shared_ptr<const std::string> bytes;  // null: there is none
    std::string etag;                          // strong, quoted (RFC 9110 section 8.8.3)
  };
  std::string_view type;
  Variant plain;
  Variant brotli;
  Variant gzip;
};

// The type is that of the file's name.
StoredFile store_file(const std::filesystem::path& path, std::string bytes);

// The variant that the client takes; 304 where it has that already (RFC 9110 section 13.1.2).
Reply serve(const StoredFile& file, const Request& request, std::string cache_control);

// The files of a folder and its subfolders, by their paths in it ("locales/fr.json"). "X.br" and
// "X.gz" beside X are its compressed variants.
class StoredFolder {
 public:
  // Reads all of them. Otherwise says what is wrong, in one line.
  static std::variant<StoredFolder, std::string> read(const std::string& folder);

  // Null where there is none.
  const StoredFile* find(std::string_view path) const;

 private:
  bool add(const std::filesystem::path& path, std::string name);

  std::map<std::string, StoredFile, std::less<>> files_;
};

}  // namespace petition_box::endpoint
