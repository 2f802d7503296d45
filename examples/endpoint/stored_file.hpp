#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <endpoint/http.hpp>

namespace petition_box::endpoint {

// A file as it is sent, with what it is compressed to, in memory.
struct StoredFile {
  struct Variant {
    std::shared_ptr<const std::string> bytes;  // null: there is none
    std::string etag;                          // strong, quoted (RFC 9110 #field.etag)
  };
  std::string_view type;
  Variant plain;
  Variant brotli;
  Variant gzip;
};

StoredFile::Variant store_variant(std::string bytes);

// The type is that of the file's name.
StoredFile store_file(const std::filesystem::path& path, std::string bytes);

// The same with its compressed variants, which are made here.
StoredFile compress_file(StoredFile file);

// Whether a browser shows it as a page, with the scripts in it.
bool is_document(const StoredFile& file);

// The variant that the client takes.
Reply serve(const StoredFile& file, const Request& request, std::string cache_control);

}  // namespace petition_box::endpoint
