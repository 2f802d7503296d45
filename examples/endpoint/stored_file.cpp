#include <optional>
#include <system_error>
#include <utility>

#include <command/file.hpp>
#include <endpoint/accept.hpp>
#include <endpoint/stored_file.hpp>
#include <form/sha256.hpp>

namespace petition_box::endpoint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_file_bytes = 8 * 1024 * 1024;
constexpr std::size_t most_files = 1000;

std::string_view type_of(const fs::path& path) {
  static const std::map<std::string, std::string_view> types{
      {".css", "text/css; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".woff2", "font/woff2"},
  };
  const auto type = types.find(path.extension().string());
  return type == types.end() ? std::string_view("application/octet-stream") : type->second;
}

StoredFile::Variant variant(std::string bytes) {
  std::string etag = '"' + sha256(bytes).substr(0, 32) + '"';
  return {std::make_shared<const std::string>(std::move(bytes)), std::move(etag)};
}

StoredFile::Variant compressed(fs::path path, const char* ending) {
  auto bytes = read_file(path += ending, most_file_bytes);
  return bytes ? variant(std::move(*bytes)) : StoredFile::Variant{};
}

bool is_compressed(const fs::path& path) {
  return path.extension() == ".br" || path.extension() == ".gz";
}

// If-None-Match: the etags, or "*".
bool is_among(std::string_view etag, std::string_view list) {
  return list == "*" || list.find(etag) != std::string_view::npos;
}

}  // namespace

StoredFile store_file(const fs::path& path, std::string bytes) {
  return {type_of(path), variant(std::move(bytes)), {}, {}};
}

Reply serve(const StoredFile& file, const Request& request, std::string cache_control) {
  const bool varies = file.brotli.bytes || file.gzip.bytes;
  const auto takes = [&](const StoredFile::Variant& variant, std::string_view coding) {
    return variant.bytes && !request.accept_encoding.empty() &&
           quality(request.accept_encoding, coding) > 0;
  };
  const StoredFile::Variant* chosen = &file.plain;
  std::string coding;
  if (takes(file.brotli, "br")) {
    chosen = &file.brotli;
    coding = "br";
  } else if (takes(file.gzip, "gzip")) {
    chosen = &file.gzip;
    coding = "gzip";
  }
  Reply reply;
  reply.set("ETag", chosen->etag).set("Cache-Control", std::move(cache_control));
  if (varies) reply.set("Vary", "Accept-Encoding");
  if (is_among(chosen->etag, request.if_none_match)) {
    reply.status = 304;
    return reply;
  }
  reply.set("Content-Type", std::string(file.type));
  if (!coding.empty()) reply.set("Content-Encoding", coding);
  reply.body = chosen->bytes;
  return reply;
}

std::variant<StoredFolder, std::string> StoredFolder::read(const std::string& folder) {
  StoredFolder stored;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    const fs::path& path = at->path();
    if (!at->is_regular_file() || is_compressed(path)) continue;
    if (stored.files_.size() == most_files ||
        !stored.add(path, fs::relative(path, folder).string())) {
      return folder + ": expected at most 1000 files of at most 8 MB, found " + path.string();
    }
  }
  if (error) return "cannot read the folder " + folder + ": " + error.message();
  return stored;
}

bool StoredFolder::add(const fs::path& path, std::string name) {
  auto bytes = read_file(path, most_file_bytes);
  if (!bytes) return false;
  StoredFile file = store_file(path, std::move(*bytes));
  file.brotli = compressed(path, ".br");
  file.gzip = compressed(path, ".gz");
  files_.emplace(std::move(name), std::move(file));
  return true;
}

const StoredFile* StoredFolder::find(std::string_view path) const {
  const auto entry = files_.find(path);
  return entry == files_.end() ? nullptr : &entry->second;
}

}  // namespace petition_box::endpoint
