#pragma once

#include <filesystem>
#include <string>

namespace petition_box::endpoint {

// Why what is at the path is not served from the folder: it is no file, or it lies outside, or its
// links lead nowhere. An empty text: it is a file of the folder, by whatever links.
// The folder: without links in it (std::filesystem::canonical).
std::string why_not_served(const std::filesystem::path& folder, const std::filesystem::path& path);

}  // namespace petition_box::endpoint
