#include <charconv>

#include <command/options.hpp>

namespace petition_box {
namespace {

// What getopt_long has just stumbled over.
std::string stumbled_over(char** argv) {
  const bool is_letter = optopt > ' ' && optopt < help_option;
  return is_letter ? std::string("-") + static_cast<char>(optopt) : argv[optind - 1];
}

}  // namespace

std::variant<std::vector<std::string>, Help, Misuse> read_options(int argc, char** argv,
                                                                  const option* known,
                                                                  const TakeOption& take) {
  opterr = 0;
  while (true) {
    int place = 0;
    const int number = getopt_long(argc, argv, ":", known, &place);
    if (number == -1) break;
    if (number == help_option) return Help{};
    if (number == ':') return Misuse{stumbled_over(argv) + " needs a value"};
    if (number == '?') return Misuse{"there is no option " + stumbled_over(argv)};
    const std::string expected = take(number, optarg);
    if (expected.empty()) continue;
    return Misuse{"--" + std::string(known[place].name) + ": expected " + expected + ", found \"" +
                  optarg + "\""};
  }
  return std::vector<std::string>(argv + optind, argv + argc);
}

std::optional<std::int64_t> read_number(std::string_view text, std::int64_t least,
                                        std::int64_t most) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < least || number > most) return std::nullopt;
  return number;
}

}  // namespace petition_box
