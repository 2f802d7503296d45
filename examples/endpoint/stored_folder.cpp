#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <command/file.hpp>
#include <endpoint/servable.hpp>
#include <endpoint/stored_folder.hpp>

namespace petition_box::endpoint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_file_bytes = 8 * 1024 * 1024;
constexpr std::size_t most_files = 1000;

bool is_compressed(const fs::path& path) {
  return path.extension() == ".br" || path.extension() == ".gz";
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// What is in the folder, in the order of the names.
std::vector<fs::directory_entry> entries_of(const fs::path& folder, std::error_code& error) {
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    entries.push_back(*at);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

std::variant<StoredFolder, std::string> StoredFolder::read(const std::string& folder) {
  StoredFolder stored;
  std::error_code error;
  stored.root_ = fs::canonical(folder, error);
  const auto entries = error ? std::vector<fs::directory_entry>() : entries_of(folder, error);
  if (error) return "cannot read the folder " + folder + ": " + error.message();
  if (!stored.read_entries(folder, entries)) return folder + ": expected at most 1000 files";
  return stored;
}

bool StoredFolder::read_entries(const Path& folder, const Entries& entries) {
  return std::all_of(entries.begin(), entries.end(), [&](const fs::directory_entry& entry) {
    return is_hidden(entry.path()) || read_entry(folder, entry);
  });
}

// Links to folders are not followed: they may lead round in a circle.
bool StoredFolder::read_entry(const Path& folder, const fs::directory_entry& entry) {
  std::error_code error;
  if (fs::is_directory(entry.symlink_status(error))) {
    const auto entries = entries_of(entry.path(), error);
    if (error) leave_out(entry.path(), error.message());
    return read_entries(folder, entries);
  }
  if (is_compressed(entry.path())) return true;
  auto bytes = read_bytes(entry.path());
  if (!bytes) return true;
  if (files_.size() == most_files) return false;
  StoredFile file = store_file(entry.path(), std::move(*bytes));
  file.brotli = compressed(entry.path(), ".br");
  file.gzip = compressed(entry.path(), ".gz");
  files_.emplace(entry.path().lexically_relative(folder).generic_string(), std::move(file));
  return true;
}

std::optional<std::string> StoredFolder::read_bytes(const Path& path) {
  if (const std::string reason = why_not_served(root_, path); !reason.empty()) {
    leave_out(path, reason);
    return std::nullopt;
  }
  auto bytes = read_file(path, most_file_bytes);
  if (!bytes) leave_out(path, "it cannot be read, or has more than 8 MB");
  return bytes;
}

StoredFile::Variant StoredFolder::compressed(Path path, const char* ending) {
  path += ending;
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) return {};
  auto bytes = read_bytes(path);
  return bytes ? store_variant(std::move(*bytes)) : StoredFile::Variant{};
}

void StoredFolder::leave_out(const Path& path, std::string_view reason) {
  warnings_ += path.string() + ": not served: ";
  (warnings_ += reason) += '\n';
}

const StoredFile* StoredFolder::find(std::string_view path) const {
  const auto entry = files_.find(path);
  return entry == files_.end() ? nullptr : &entry->second;
}

}  // namespace petition_box::endpoint
