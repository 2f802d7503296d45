#include <algorithm>
#include <charconv>
#include <utility>

#include <command/command_line.hpp>

namespace petition_box {
namespace {

constexpr std::size_t column_of_descriptions = 24;

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() != 0; }

// "  --name TYPE           description", each line of which begins in its column.
std::string entry_of(const CLI::Option& option) {
  std::string text = "  " + option.get_name();
  if (takes_value(option)) text += ' ' + option.get_type_name();
  text.resize(std::max(text.size() + 1, column_of_descriptions), ' ');
  if (text.size() > column_of_descriptions) {
    text.back() = '\n';
    text.append(column_of_descriptions, ' ');
  }
  for (const char c : option.get_description()) {
    text += c;
    if (c == '\n') text.append(column_of_descriptions, ' ');
  }
  return text + '\n';
}

class PlainHelp final : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string /*name*/,
                        CLI::AppFormatMode /*mode*/) const override {
    std::string text = app->get_description();
    for (const CLI::Option* option : app->get_options()) {
      if (!option->get_positional()) text += entry_of(*option);
    }
    return text + app->get_footer();
  }
};

bool takes_value(const CLI::App& app, const std::string& name) {
  const CLI::Option* const option = app.get_option_no_throw(name);
  return option != nullptr && takes_value(*option);
}

// What was given a value and takes none, or ends the arguments and lacks one.
std::string mismatch_in(const CLI::App& app, int argc, char** argv) {
  const std::string last = argv[argc - 1];
  if (takes_value(app, last)) return last + " needs a value";
  const auto* const flag = std::find_if(argv, argv + argc, [&](const std::string& argument) {
    const std::string name = argument.substr(0, argument.find('='));
    return name != argument && app.get_option_no_throw(name) != nullptr && !takes_value(app, name);
  });
  return "there is no option " + std::string(flag == argv + argc ? last : *flag);
}

std::string needed_in(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_required() && option->count() == 0) return option->get_name() + " is needed";
  }
  return {};
}

// What belongs to no option of the app.
std::string unknown_in(const CLI::App& app) {
  const std::vector<std::string> unknown = app.remaining();
  if (unknown.empty()) return {};
  const std::string& first = unknown.front();
  const bool is_option = first.size() > 1 && first.front() == '-';
  return is_option ? "there is no option " + first : '"' + first + "\" belongs to no option";
}

}  // namespace

std::unique_ptr<CLI::App> command_line(const std::string& what_it_does, std::string footer) {
  auto app = std::make_unique<CLI::App>(what_it_does);
  app->footer(std::move(footer));
  app->formatter(std::make_shared<PlainHelp>());
  app->set_help_flag();
  // They are told in our own words.
  app->allow_extras();
  // Of an option that is given twice the last counts, as everywhere.
  app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app->option_defaults()->disable_flag_override();
  return app;
}

CLI::Validator expecting(std::string what, std::function<bool(const std::string&)> is_right) {
  const auto message = [what = std::move(what),
                        is_right = std::move(is_right)](const std::string& value) {
    return is_right(value) ? std::string() : "expected " + what + ", found \"" + value + '"';
  };
  return {message, std::string()};
}

std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least,
                                        std::int64_t most) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < least || number > most) return std::nullopt;
  return number;
}

std::optional<Ending> read(CLI::App& app, int argc, char** argv) {
  app.set_help_flag("--help", "print this");
  std::string misuse;
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Ending{{}, app.help()};
  } catch (const CLI::ArgumentMismatch&) {
    misuse = mismatch_in(app, argc, argv);
  } catch (const CLI::RequiredError&) {
    misuse = needed_in(app);
  } catch (const CLI::ParseError& error) {
    misuse = error.what();
  }
  if (std::string unknown = unknown_in(app); !unknown.empty()) misuse = std::move(unknown);
  if (misuse.empty()) return std::nullopt;
  return Ending{std::move(misuse), app.help()};
}

}  // namespace petition_box
