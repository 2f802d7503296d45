#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <getopt.h>

namespace petition_box {

struct Help {};
struct Misuse {
  std::string what;  // in English, in one line
};

// The value that an option --help has in a list of options for getopt_long.
constexpr int help_option = 1000;

// Takes the value of the option of that number (null where it has none), and gives what was
// expected in its place, or an empty text.
using TakeOption = std::function<std::string(int number, const char* value)>;

// Reads long options, wherever they stand among the operands, and gives the operands. The list is
// one for getopt_long, with numbers below 32.
std::variant<std::vector<std::string>, Help, Misuse> read_options(int argc, char** argv,
                                                                  const option* known,
                                                                  const TakeOption& take);

// A whole number from least to most, or nothing.
std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least,
                                        std::int64_t most);

}  // namespace petition_box
