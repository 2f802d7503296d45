#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include <command/command_line.hpp>
#include <endpoint/client_address.hpp>
#include <endpoint/configuration.hpp>
#include <endpoint/metrics_listener.hpp>
#include <endpoint/options.hpp>
#include <endpoint/origins.hpp>
#include <endpoint/postgresql/address.hpp>

namespace petition_box::endpoint {
namespace {

constexpr const char* what_it_does =
    R"(Usage: petition-endpoint --database WHERE --petitions DIR --embed DIR [option...]
Serves petitions and takes their signatures, until it gets SIGINT or SIGTERM. At SIGHUP it reads
all that it serves anew. Each option may also be a variable of the environment, such as
PETITION_ENDPOINT_PORT=8080, where a list is separated by blanks; or a line of a file, such as
port = 8080, where it is ["one", "two"]. The first of the three that sets it counts.
)";

// Loopback (RFC 1122 #section-3.2.1.3, RFC 4291 #section-2.5.3) and private ones (RFC 1918, RFC
// 4193): who comes from there is a web server in front, or as good as one.
constexpr const char* near_networks[] = {
    "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7",
};

// An option that is not empty.
CLI::Option* add_text(CLI::App& app, const char* name, std::string& into, const char* type,
                      const char* what, const char* help) {
  return app.add_option(name, into, help)
      ->type_name(type)
      ->check(expecting(what, [](const std::string& text) { return !text.empty(); }));
}

// One of some words, each of which means something.
template <class Meaning>
void add_word(CLI::App& app, const char* name, Meaning& into, std::map<std::string, Meaning> words,
              const char* what, const char* help) {
  const auto is_right = [words](const std::string& text) { return words.count(text) > 0; };
  const auto take = [&into, words](const std::string& text) { into = words.at(text); };
  app.add_option_function<std::string>(name, take, help)
      ->type_name("WORD")
      ->check(expecting(what, is_right));
}

void add_files(CLI::App& app, Options& options) {
  add_text(app, "--config", options.config, "FILE", "a file",
           "more options, as above; PETITION_ENDPOINT_CONFIG names it, too")
      ->configurable(false);
  add_text(app, "--database", options.database, "WHERE", "a file",
           "SQLite file of the signatures, made where there is none; or the address\n"
           "of a PostgreSQL database, postgresql://HOST[,HOST...]/NAME, which any\n"
           "number of endpoints may share")
      ->required();
  add_word<bool>(app, "--replicated", options.replicated, {{"yes", true}, {"no", false}},
                 "yes or no",
                 "yes: a signature is taken only where a synchronous standby of the\n"
                 "PostgreSQL database has it, too, and nothing while there is none; no\n"
                 "unless given");
  add_text(app, "--key", options.key, "FILE", "a file",
           "the secret key of the database, made where there is none; FILE.key\n"
           "beside an SQLite file unless given. All endpoints that share a database\n"
           "are given the same. Keep a copy apart: without it the database is not\n"
           "opened");
  add_text(app, "--petitions", options.petitions, "DIR", "a folder", "the petitions: every *.json")
      ->required();
  add_text(app, "--embed", options.embed, "DIR", "a folder",
           "what a page loads to show a petition, as embed/build.mjs makes it")
      ->required();
  add_text(app, "--partners", options.partners, "DIR", "a folder",
           "pages to serve under /partners/; / leads to health-data.html");
}

void add_addresses(CLI::App& app, Options& options) {
  add_number(app, "--port", options.port, 0, 65535, "a number from 0 to 65535",
             "8080 unless given; 0 takes any free port");
  add_text(app, "--address", options.address, "ADDRESS", "an IP address",
           "listen on this IP address, not on the loopback ones");
  app.add_option("--metrics", options.metrics,
                 "answer GET /metrics, for Prometheus, at this address, such as\n"
                 "127.0.0.1:9100, to whoever reaches it; nowhere unless given")
      ->type_name("ADDRESS:PORT")
      ->check(expecting("an IP address and a port such as 127.0.0.1:9100",
                        [](const std::string& text) { return read_endpoint(text).has_value(); }));
  app.add_option("--origin", options.origins,
                 "only pages of this origin, and the endpoint's own, may send signatures\n"
                 "and read answers; repeat for more than one. Binds browsers, not\n"
                 "programs: a request without the header Origin is taken")
      ->type_name("ORIGIN")
      ->take_all()
      ->allow_extra_args(false)
      ->check(expecting("an origin such as https://example.org", is_origin));
}

void add_log(CLI::App& app, Options& options) {
  add_word<Level>(app, "--log", options.log,
                  {{"info", Level::info}, {"warning", Level::warning}, {"error", Level::error}},
                  "info, warning or error",
                  "the least that is written on the standard error output: info, warning\n"
                  "or error; info unless given");
  add_word<LogForm>(app, "--log-form", options.log_form,
                    {{"text", LogForm::text}, {"json", LogForm::json}}, "text or json",
                    "how: text for people, or json, a line for each event, with what was\n"
                    "refused, failed or slow in the last ten seconds; text unless given");
}

void add_senders(CLI::App& app, Limits& limits) {
  add_number(app, "--requests-of-address", limits.requests_of_address, 0, 1'000'000,
             "a number from 0 to 1000000",
             "that an address may make in a second, and ten times as many at once;\n"
             "200 unless given; 0: any number. Of IPv6 an address is its first 56 bits");
  add_number(app, "--connections-of-address", limits.connections_of_address, 0, 100'000,
             "a number from 0 to 100000",
             "that an address may have, 1000 unless given, and never more than a quarter\n"
             "of all; 0: any number");
  app.add_option("--proxy", limits.proxies,
                 "an address, or a network such as 10.0.0.0/8, of web servers in front:\n"
                 "they are not limited, and their header says who asks; repeat for more\n"
                 "than one. Loopback and private addresses unless given")
      ->type_name("NETWORK")
      ->take_all()
      ->allow_extra_args(false)
      ->check(expecting("an IP address or network", Proxies::are));
  add_text(app, "--client-header", limits.client_header, "NAME", "the name of a header",
           "that header, X-Forwarded-For unless given; or Forwarded");
}

void add_limits(CLI::App& app, Limits& limits) {
  add_number(app, "--most-connections", limits.most_connections, 1, 100'000,
             "a number from 1 to 100000", "4000 unless given; one more waits until another ends");
  const auto add_seconds = [&app](const char* name, std::chrono::seconds& into, const char* help) {
    add_number(app, name, into, 1, 3600, "a number of seconds from 1 to 3600", help);
  };
  add_seconds("--header-seconds", limits.header, "for the header of a request, 10 unless given");
  add_seconds("--body-seconds", limits.body, "for its body, 10 unless given");
  add_seconds("--idle-seconds", limits.idle,
              "between two requests of a connection, 20 unless given");
  add_number(app, "--drain-seconds", limits.drain, 0, 3600, "a number of seconds from 0 to 3600",
             "from being told to stop to closing the port, in which /ready says 503 and\n"
             "all that comes is answered, 0 unless given");
  add_seconds("--stop-seconds", limits.stop, "for requests in flight after that, 10 unless given");
  add_seconds("--question-seconds", limits.question,
              "for the answer to a second question, after signing without script,\n"
              "1800 unless given");
}

std::string in_lines(const std::vector<std::string>& lines) {
  std::string text = lines.front();
  std::for_each(lines.begin() + 1, lines.end(), [&](const auto& line) { text += '\n' + line; });
  return text;
}

}  // namespace

std::variant<Options, Ending> read_options(int argc, char** argv) {
  Options options;
  const auto app = command_line(what_it_does);
  add_files(*app, options);
  add_addresses(*app, options);
  add_limits(*app, options.limits);
  add_senders(*app, options.limits);
  add_log(*app, options);
  Configuration configuration = read_configuration(*app, argc, argv);
  if (!configuration.mistakes.empty()) return Ending{in_lines(configuration.mistakes), {}};
  std::vector<char*> arguments{argv, argv + 1};
  for (std::string& argument : configuration.arguments) arguments.push_back(argument.data());
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  if (auto ending = read(*app, static_cast<int>(arguments.size()), arguments.data())) {
    return std::move(*ending);
  }
  if (options.limits.proxies.empty()) {
    options.limits.proxies.assign(std::begin(near_networks), std::end(near_networks));
  }
  const bool is_server = postgresql::is_address(options.database);
  if (options.replicated && !is_server) {
    return Ending{"--replicated yes needs a database of PostgreSQL", app->help()};
  }
  if (options.key.empty() && is_server) {
    return Ending{"--key is needed with a database of PostgreSQL", app->help()};
  }
  if (options.key.empty()) options.key = options.database + ".key";
  return options;
}

}  // namespace petition_box::endpoint
