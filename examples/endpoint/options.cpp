#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

#include <getopt.h>

#include <endpoint/options.hpp>

namespace petition_box::endpoint {

const char* const usage =
    R"(Usage: petition-endpoint --database FILE --petitions DIR --embed DIR [option...]
Serves petitions and takes their signatures, until it gets SIGINT or SIGTERM.
  --database FILE       SQLite file of the signatures; made where there is none
  --petitions DIR       the petitions: every *.json
  --embed DIR           what a page loads to show a petition, as embed/build.mjs makes it
  --partners DIR        pages to serve under /partners/; health-data.html is also at /
  --port N              8080 unless given; 0 takes any free port
  --address ADDRESS     listen on this IP address, not on the loopback ones
  --origin ORIGIN       only pages of this origin may read answers; repeat for more than one
  --most-connections N  4000 unless given; one more waits until another ends
  --header-seconds N    for the header of a request, 10 unless given
  --body-seconds N      for its body, 10 unless given
  --idle-seconds N      between two requests of a connection, 20 unless given
  --stop-seconds N      for requests in flight, once told to stop, 10 unless given
  --help                print this
)";

namespace {

enum Name : int {
  database,
  petitions,
  embed,
  partners,
  port,
  address,
  origin,
  most_connections,
  header_seconds,
  body_seconds,
  idle_seconds,
  stop_seconds,
  help,
};

constexpr option known[] = {
    {"database", required_argument, nullptr, database},
    {"petitions", required_argument, nullptr, petitions},
    {"embed", required_argument, nullptr, embed},
    {"partners", required_argument, nullptr, partners},
    {"port", required_argument, nullptr, port},
    {"address", required_argument, nullptr, address},
    {"origin", required_argument, nullptr, origin},
    {"most-connections", required_argument, nullptr, most_connections},
    {"header-seconds", required_argument, nullptr, header_seconds},
    {"body-seconds", required_argument, nullptr, body_seconds},
    {"idle-seconds", required_argument, nullptr, idle_seconds},
    {"stop-seconds", required_argument, nullptr, stop_seconds},
    {"help", no_argument, nullptr, help},
    {nullptr, 0, nullptr, 0},
};

// A whole number from least to most, or nothing.
std::optional<std::uint32_t> read_number(std::string_view text, std::uint32_t least,
                                         std::uint32_t most) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < least || number > most) return std::nullopt;
  return number;
}

// What is wrong with the value, or an empty text.
std::string take_seconds(std::chrono::seconds& into, const char* value) {
  const auto number = read_number(value, 1, 3600);
  if (!number) return "a number of seconds from 1 to 3600";
  into = std::chrono::seconds(*number);
  return {};
}

std::string take(Options& options, int name, const char* value) {
  switch (name) {
    case database:
      options.database = value;
      return *value == '\0' ? "a file" : "";
    case petitions:
      options.petitions = value;
      return *value == '\0' ? "a folder" : "";
    case embed:
      options.embed = value;
      return *value == '\0' ? "a folder" : "";
    case partners:
      options.partners = value;
      return *value == '\0' ? "a folder" : "";
    case port: {
      const auto number = read_number(value, 0, 65535);
      options.port = static_cast<std::uint16_t>(number.value_or(0));
      return number ? "" : "a number from 0 to 65535";
    }
    case address:
      options.address = value;
      return *value == '\0' ? "an IP address" : "";
    case origin:
      options.origins.emplace_back(value);
      return std::strstr(value, "://") == nullptr ? "an origin such as https://example.org" : "";
    case most_connections: {
      const auto number = read_number(value, 1, 100'000);
      options.limits.most_connections = number.value_or(0);
      return number ? "" : "a number from 1 to 100000";
    }
    case header_seconds:
      return take_seconds(options.limits.header, value);
    case body_seconds:
      return take_seconds(options.limits.body, value);
    case idle_seconds:
      return take_seconds(options.limits.idle, value);
    default:
      return take_seconds(options.limits.stop, value);
  }
}

std::string_view missing(const Options& options) {
  if (options.database.empty()) return "--database";
  if (options.petitions.empty()) return "--petitions";
  return options.embed.empty() ? "--embed" : "";
}

}  // namespace

std::variant<Options, Help, Misuse> read_options(int argc, char** argv) {
  Options options;
  opterr = 0;
  while (true) {
    const char* const given = argv[optind];
    int place = 0;
    const int name = getopt_long(argc, argv, ":", known, &place);
    if (name == -1) break;
    if (name == help) return Help{};
    if (name == ':') return Misuse{std::string(given) + " needs a value"};
    if (name == '?') return Misuse{"there is no option " + std::string(given)};
    const std::string expected = take(options, name, optarg);
    if (expected.empty()) continue;
    return Misuse{"--" + std::string(known[place].name) + ": expected " + expected + ", found \"" +
                  optarg + "\""};
  }
  if (optind < argc) return Misuse{"\"" + std::string(argv[optind]) + "\" belongs to no option"};
  if (const auto name = missing(options); !name.empty()) {
    return Misuse{std::string(name) + " is needed"};
  }
  return options;
}

}  // namespace petition_box::endpoint
