#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include <command/ending.hpp>

namespace petition_box {

// The options of a program, by CLI11 (https://cliutils.github.io/CLI11/book/), with the help that
// all programs here have: what the program does, an entry for each option in the order in which
// they were added, and at last the footer. Lines of all three are broken by whoever writes them.
std::unique_ptr<CLI::App> command_line(const std::string& what_it_does, std::string footer = {});

// Says of a value that is not right: '--lang: expected a language tag, found "x"'.
CLI::Validator expecting(std::string what, std::function<bool(const std::string&)> is_right);

// A decimal number from least to most, or nothing.
std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least,
                                        std::int64_t most);

// An option for such a number. What: "a number from 1 to 6", as messages have it.
template <class Number>
CLI::Option* add_number(CLI::App& app, const std::string& name, Number& into, std::int64_t least,
                        std::int64_t most, const std::string& what, const std::string& help) {
  const auto take = [&into, least, most](const std::string& text) {
    into = static_cast<Number>(*read_number(text, least, most));
  };
  const auto is_right = [least, most](const std::string& text) {
    return read_number(text, least, most).has_value();
  };
  return app.add_option_function<std::string>(name, take, help)
      ->type_name("N")
      ->check(expecting(what, is_right));
}

// Reads the arguments of main() into what the options were made for. Nothing: they are in order.
std::optional<Ending> read(CLI::App& app, int argc, char** argv);

}  // namespace petition_box
