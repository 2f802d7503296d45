#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <json/mistake.hpp>

namespace petition_box {

using Paths = std::vector<std::filesystem::path>;

// What the folder holds, folders aside, whose names have that ending, in the order of their names;
// hidden ones left out. Otherwise says why it cannot be read.
std::variant<Paths, std::string> files_in(const std::filesystem::path& folder,
                                          std::string_view ending);

// The bytes of the file; nothing where it cannot be read, is no regular file, or holds more.
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most_bytes);

// The mistakes as lines "folder/file.json: /title: expected a text, found a number".
std::string describe_in(const std::filesystem::path& path, const json::Mistakes& mistakes);

}  // namespace petition_box
