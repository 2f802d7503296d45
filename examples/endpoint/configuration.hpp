#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace petition_box::endpoint {

// What is set elsewhere than on the command line: in the file that --config names, or the variable
// PETITION_ENDPOINT_CONFIG, and in variables of the environment such as PETITION_ENDPOINT_PORT for
// --port. There a list is separated by blanks, and an empty variable is none.
struct Configuration {
  // As arguments of the command line, to stand before its own. What the environment sets is not
  // taken from the file, and what the command line sets from neither.
  std::vector<std::string> arguments;
  std::vector<std::string> mistakes;  // each a line that names its place, and nothing secret
};

// App: with all options; each that may be set here is configurable, and has one check.
Configuration read_configuration(CLI::App& app, int argc, char** argv);

}  // namespace petition_box::endpoint
