#include <algorithm>
#include <system_error>

#include <endpoint/servable.hpp>

namespace petition_box::endpoint {
namespace {

namespace fs = std::filesystem;

// Both without links.
bool is_in(const fs::path& folder, const fs::path& path) {
  const auto [own, other] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return own == folder.end();
}

std::string describe(const std::error_code& error) {
  if (error == std::errc::too_many_symbolic_link_levels) return "a loop of links";
  if (error == std::errc::no_such_file_or_directory) return "a link to nothing";
  return error.message();
}

}  // namespace

std::string why_not_served(const fs::path& folder, const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return describe(error);
  if (!is_in(folder, real)) return "a link out of the folder";
  const fs::file_status status = fs::status(real, error);
  if (fs::is_regular_file(status)) return {};
  if (fs::is_directory(status)) return "a link to a folder";
  return error ? error.message() : "neither a file nor a folder";
}

}  // namespace petition_box::endpoint
