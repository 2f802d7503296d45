#pragma once

#include <string>
#include <vector>

namespace petition_box::endpoint {

// An option that is set elsewhere than on the command line.
struct Setting {
  std::string place;  // as messages name it: "endpoint.toml:3: port", "PETITION_ENDPOINT_PORT"
  std::string name;   // that of its option without the hyphens: "port"
  std::vector<std::string> values;
};

struct Settings {
  std::vector<Setting> all;
  std::vector<std::string> mistakes;  // each a line that names its place, and nothing secret
};

// The settings in a file, one a line: KEY = VALUE in the notation that TOML
// (https://toml.io/en/v1.0.0) and INI share as CLI11 reads it
// (https://cliutils.github.io/CLI11/book/chapters/config.html). A value is a word or number, a text
// in quotation marks, or a list ["one", "two"] of them on one line; # begins a comment. There are
// no sections.
Settings read_config_file(const std::string& path);

}  // namespace petition_box::endpoint
