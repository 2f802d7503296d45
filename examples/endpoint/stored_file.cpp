#include <map>
#include <utility>

#include <digest/sha256.hpp>
#include <endpoint/accept.hpp>
#include <endpoint/compressed.hpp>
#include <endpoint/stored_file.hpp>

namespace petition_box::endpoint {
namespace {

namespace fs = std::filesystem;

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

}  // namespace

StoredFile::Variant store_variant(std::string bytes) {
  std::string etag = '"' + sha256(bytes).substr(0, 32) + '"';
  return {std::make_shared<const std::string>(std::move(bytes)), std::move(etag)};
}

StoredFile store_file(const fs::path& path, std::string bytes) {
  return {type_of(path), store_variant(std::move(bytes)), {}, {}};
}

StoredFile compress_file(StoredFile file) {
  const auto variant_of = [](std::string bytes) {
    return bytes.empty() ? StoredFile::Variant{} : store_variant(std::move(bytes));
  };
  file.brotli = variant_of(compressed_by_brotli(*file.plain.bytes));
  file.gzip = variant_of(compressed_by_gzip(*file.plain.bytes));
  return file;
}

bool is_document(const StoredFile& file) {
  return file.type.starts_with("text/html") || file.type == "image/svg+xml";
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
  reply.set("Content-Type", std::string(file.type));
  if (!coding.empty()) reply.set("Content-Encoding", coding);
  reply.body = chosen->bytes;
  return reply;
}

}  // namespace petition_box::endpoint
