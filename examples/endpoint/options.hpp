#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <command/ending.hpp>
#include <endpoint/log.hpp>

namespace petition_box::endpoint {

// What a client and the end of the program are given time for.
struct Limits {
  std::chrono::seconds header{10};  // from a request's first byte to the end of its header
  std::chrono::seconds body{10};
  std::chrono::seconds reply{30};
  std::chrono::seconds idle{20};           // between two requests
  std::chrono::seconds drain{0};           // from being told to stop to stopping
  std::chrono::seconds stop{10};           // for the requests in flight after that
  std::chrono::seconds question{30 * 60};  // for the answer to a second question without script
  std::size_t most_connections = 4000;
  // Of one address, or 56 bits of IPv6's; 0: as many as there are. It says at once what a second
  // gives it in ten.
  std::size_t requests_of_address = 200;  // a second
  std::size_t connections_of_address = 1000;
  std::vector<std::string> proxies;  // networks whose header is believed, and not limited
  std::string client_header = "X-Forwarded-For";
};

struct Options {
  std::string config;       // a file with more of them; empty: none
  Level log = Level::info;  // the least that is written
  LogForm log_form = LogForm::text;
  std::uint16_t port = 8080;  // 0: any free one
  std::string address;        // empty: both loopback addresses
  std::string metrics;        // "ADDRESS:PORT"; empty: nowhere
  std::string database;       // an SQLite file, or the address of a PostgreSQL database
  bool replicated = false;    // takes nothing that one machine alone would have
  std::string key;            // a file; named after the database's unless given
  std::string petitions;
  std::string embed;
  std::string partners;              // empty: none
  std::vector<std::string> origins;  // whose pages may send and read; empty: all
  Limits limits;
};

// From the command line, the environment and a file, in this order.
std::variant<Options, Ending> read_options(int argc, char** argv);

}  // namespace petition_box::endpoint
