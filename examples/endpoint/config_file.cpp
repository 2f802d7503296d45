#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>

#include <endpoint/config_file.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::endpoint {
namespace {

constexpr const char* quotes = "\"'";
constexpr const char* expected_setting = "expected KEY = VALUE, such as port = 8080";

// CLI11 takes what is after # for a comment, in some versions inside of quotation marks too.
bool is_cut(const std::string& value) {
  return value.find_first_of(quotes) == 0 && (value.size() == 1 || value.back() != value.front());
}

// Whether it can be the name of an option. What cannot is not repeated: it may be an address that
// has come there by mistake, with a password in it.
bool is_key(std::string_view text) {
  const auto is_right = [](char c) { return is_small(c) || c == '-' || c == '_'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_right);
}

// Empty, or what is wrong with the line, which is neither empty nor a comment.
std::string read_line(const std::string& line, Setting& setting) {
  if (line.front() == '[') return std::string(expected_setting) + ", found a section";
  const std::size_t equals = line.find('=');
  if (equals == std::string::npos) return std::string(expected_setting) + ", found no =";
  setting.name = CLI::detail::trim_copy(line.substr(0, equals));
  if (!is_key(setting.name)) return std::string(expected_setting) + ", found no key before =";
  const bool begins_list = CLI::detail::trim_copy(line.substr(equals + 1)).starts_with('[');
  if (begins_list && line.find(']') == std::string::npos) {
    return "expected a list that ends on its line, found no ]";
  }
  std::istringstream one_line(line);
  auto items = CLI::ConfigTOML().from_config(one_line);
  if (items.empty()) return std::string(expected_setting) + ", found nothing after =";
  setting.values = std::move(items.back().inputs);
  setting.place += ": " + setting.name;
  if (std::any_of(setting.values.begin(), setting.values.end(), is_cut)) {
    return setting.name + ": expected a text that ends with its quotation mark and has no # in it";
  }
  return {};
}

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

Settings read_config_file(const std::string& path) {
  Settings settings;
  errno = 0;
  std::ifstream file(path);
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    CLI::detail::trim(line);
    if (line.empty() || line.front() == '#' || line.front() == ';') continue;
    std::string place = path;
    place.append(":").append(std::to_string(number));
    Setting setting{place, {}, {}};
    if (const std::string wrong = read_line(line, setting); !wrong.empty()) {
      settings.mistakes.push_back(place.append(": ").append(wrong));
    } else {
      settings.all.push_back(std::move(setting));
    }
  }
  if (!file.is_open() || file.bad()) {
    settings.mistakes.push_back("the configuration " + path + " cannot be read: " + reason());
  }
  return settings;
}

}  // namespace petition_box::endpoint
