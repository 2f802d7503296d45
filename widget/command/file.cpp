#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>

#include <command/file.hpp>
#include <english/mistakes.hpp>

namespace petition_box {
namespace fs = std::filesystem;

std::variant<Paths, std::string> files_in(const fs::path& folder, std::string_view ending) {
  std::error_code error;
  Paths paths;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool is_hidden = name.front() == '.';
    std::error_code unknown;  // then it is no folder, and reading it will tell
    if (!is_hidden && name.ends_with(ending) && !at->is_directory(unknown)) {
      paths.push_back(at->path());
    }
  }
  if (error) return "cannot read the folder " + folder.string() + ": " + error.message();
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::optional<std::string> read_file(const fs::path& path, std::size_t most_bytes) {
  // Opening a pipe would wait for its writer.
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (!file || size < 0 || static_cast<std::size_t>(size) > most_bytes) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  file.read(bytes.data(), size);
  if (!file) return std::nullopt;
  return bytes;
}

std::string describe_in(const fs::path& path, const json::Mistakes& mistakes) {
  std::string described;
  std::istringstream lines(describe_in_english(mistakes));
  for (std::string line; std::getline(lines, line);)
    described += path.string() + ": " + line + '\n';
  return described;
}

}  // namespace petition_box
