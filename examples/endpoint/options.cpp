#include <string_view>

#include <command/options.hpp>
#include <endpoint/options.hpp>
#include <endpoint/origins.hpp>

namespace petition_box::endpoint {

const char* const usage =
    R"(Usage: petition-endpoint --database FILE --petitions DIR --embed DIR [option...]
Serves petitions and takes their signatures, until it gets SIGINT or SIGTERM. At SIGHUP it reads
all that it serves anew.
  --database FILE       SQLite file of the signatures; made where there is none
  --key FILE            the secret key of the database, made where there is none; FILE.key beside
                        the database unless given. Keep a copy apart: without it the database is
                        not opened
  --petitions DIR       the petitions: every *.json
  --embed DIR           what a page loads to show a petition, as embed/build.mjs makes it
  --partners DIR        pages to serve under /partners/; / leads to health-data.html
  --port N              8080 unless given; 0 takes any free port
  --address ADDRESS     listen on this IP address, not on the loopback ones
  --origin ORIGIN       only pages of this origin, and the endpoint's own, may send signatures and
                        read answers; repeat for more than one. Binds browsers, not programs: a
                        request without the header Origin is taken
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
  key,
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
};

constexpr option known[] = {
    {"database", required_argument, nullptr, database},
    {"key", required_argument, nullptr, key},
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
    {"help", no_argument, nullptr, help_option},
    {nullptr, 0, nullptr, 0},
};

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
    case key:
      options.key = value;
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
      return is_origin(value) ? "" : "an origin such as https://example.org";
    case most_connections: {
      const auto number = read_number(value, 1, 100'000);
      options.limits.most_connections = static_cast<std::size_t>(number.value_or(0));
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
  const auto read = petition_box::read_options(
      argc, argv, known,
      [&](int number, const char* value) { return take(options, number, value); });
  if (std::holds_alternative<Help>(read)) return Help{};
  if (const auto* misuse = std::get_if<Misuse>(&read)) return *misuse;
  const auto& operands = *std::get_if<std::vector<std::string>>(&read);
  if (!operands.empty()) return Misuse{"\"" + operands.front() + "\" belongs to no option"};
  if (const auto name = missing(options); !name.empty()) {
    return Misuse{std::string(name) + " is needed"};
  }
  if (options.key.empty()) options.key = options.database + ".key";
  return options;
}

}  // namespace petition_box::endpoint
