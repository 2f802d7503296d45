#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include <unistd.h>

#include <CLI/CLI.hpp>

#include <endpoint/config_file.hpp>
#include <endpoint/configuration.hpp>
#include <unicode/ascii.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::string_view prefix = "PETITION_ENDPOINT_";
constexpr const char* config_variable = "PETITION_ENDPOINT_CONFIG";

using Names = std::set<std::string>;

bool is_list(const CLI::Option& option) {
  return option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
}

// PETITION_ENDPOINT_MOST_CONNECTIONS: most-connections.
std::string name_of(std::string_view variable) {
  std::string name(variable.substr(prefix.size()));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c == '_' ? '-' : to_small(c); });
  return name;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream words(text);
  return {std::istream_iterator<std::string>(words), {}};
}

std::vector<Setting> settings_of(CLI::App& app) {
  std::vector<Setting> settings;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view line = *at;
    const std::size_t equals = line.find('=');
    if (!line.starts_with(prefix) || equals == std::string_view::npos) continue;
    const std::string variable(line.substr(0, equals));
    const std::string value(line.substr(equals + 1));
    if (value.empty() || variable == config_variable) continue;
    Setting setting{variable, name_of(variable), {value}};
    const CLI::Option* const option = app.get_option_no_throw("--" + setting.name);
    if (option != nullptr && is_list(*option)) setting.values = words_of(value);
    settings.push_back(std::move(setting));
  }
  return settings;
}

// Empty, or what is wrong with the setting. How many values there are is told without them: they
// may be the parts of an address with a password in it.
std::string mistake_in(CLI::App& app, const Setting& setting) {
  CLI::Option* const option = app.get_option_no_throw("--" + setting.name);
  if (option == nullptr || !option->get_configurable()) return "there is no such option";
  const std::size_t count = setting.values.size();
  if (count != 1 && !is_list(*option)) {
    return "expected one value, found " + std::to_string(count) +
           "; a text with blanks or commas stands in quotation marks";
  }
  for (std::string value : setting.values) {
    if (std::string wrong = (*option->get_validator())(value); !wrong.empty()) return wrong;
  }
  return {};
}

// Those that are right, of the settings that are not overruled.
void take(CLI::App& app, const std::vector<Setting>& settings, const Names& overruled,
          Configuration& configuration) {
  Names seen;
  for (const Setting& setting : settings) {
    std::string wrong = mistake_in(app, setting);
    if (wrong.empty() && !seen.insert(setting.name).second) wrong = "expected once, found again";
    if (!wrong.empty()) configuration.mistakes.push_back(setting.place + ": " + wrong);
    if (!wrong.empty() || overruled.count(setting.name) > 0) continue;
    for (const std::string& value : setting.values) {
      configuration.arguments.push_back("--" + setting.name + '=' + value);
    }
  }
}

Names names_of(const std::vector<Setting>& settings) {
  Names names;
  for (const Setting& setting : settings) names.insert(setting.name);
  return names;
}

Names names_in(int argc, char** argv) {
  Names names;
  for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc)) {
    if (argument.starts_with("--")) names.emplace(argument.substr(2, argument.find('=') - 2));
  }
  return names;
}

// The file that is named on the command line, by the last that does; else in the environment.
std::string file_named(int argc, char** argv) {
  constexpr std::string_view option = "--config";
  const char* const variable = std::getenv(config_variable);
  std::string file = variable == nullptr ? "" : variable;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == option && i + 1 < argc) file = argv[i + 1];
    if (argument.starts_with("--config=")) file = argument.substr(option.size() + 1);
  }
  return file;
}

}  // namespace

Configuration read_configuration(CLI::App& app, int argc, char** argv) {
  Configuration configuration;
  const std::vector<Setting> variables = settings_of(app);
  Names overruled = names_in(argc, argv);
  take(app, variables, overruled, configuration);
  const std::string file = file_named(argc, argv);
  if (file.empty()) return configuration;
  overruled.merge(names_of(variables));
  Settings settings = read_config_file(file);
  std::move(settings.mistakes.begin(), settings.mistakes.end(),
            std::back_inserter(configuration.mistakes));
  take(app, settings.all, overruled, configuration);
  return configuration;
}

}  // namespace petition_box::endpoint
