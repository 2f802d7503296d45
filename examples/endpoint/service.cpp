#include <chrono>
#include <cstdint>
#include <iostream>
#include <utility>

#include <endpoint/exposition.hpp>
#include <endpoint/open_store.hpp>
#include <endpoint/service.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::chrono::seconds between_reports{10};

std::int64_t as_number(std::size_t size) { return static_cast<std::int64_t>(size); }

}  // namespace

Service::Service(const Options& options, const IcuPlatform& icu, Log& log, Opened opened)
    : options_(options),
      log_(log),
      platform_(icu),
      writer_(std::move(opened.store), count_, metrics_, log),
      archive_(writer_),
      health_(writer_, opened.material.petitions.unserved()),
      tokens_(std::move(opened.key), options.limits.question),
      lasting_{options, platform_, count_, writer_, archive_, health_, tokens_, log},
      server_(std::make_shared<const Site>(std::move(opened.material), std::move(opened.known),
                                           lasting_),
              options.limits, metrics_),
      renewal_(server_, lasting_, icu),
      report_(metrics_, log) {}

std::string Service::listen() {
  std::string wrong = server_.listen(options_.address, options_.port);
  if (wrong.empty() && !options_.metrics.empty()) wrong = listen_for_metrics();
  return wrong;
}

std::string Service::listen_for_metrics() {
  std::string url;
  const auto write = [this] { return metrics_text(); };
  std::string wrong = server_.listen_for_metrics(options_.metrics, write, url);
  if (wrong.empty()) std::cout << "Its metrics are at " << url << std::endl;
  return wrong;
}

// What is counted, and what is so at the moment.
std::string Service::metrics_text() const {
  const Site& site = *server_.site();
  const Occupancy& occupancy = server_.occupancy();
  Gauges gauges{occupancy.connections, occupancy.most, writer_.waiting(), site.pages().kept(), {}};
  for (const auto& [id, shelved] : site.material().petitions.all()) {
    gauges.signers.push_back({id, count_.of(id)});
  }
  return exposition_of(metrics_, gauges);
}

void Service::follow_signals() {
  server_.on_end([this] {
    health_.end();
    log_.tell(
        {Level::info, "ending", {}, {{"connections", as_number(server_.occupancy().connections)}}});
  });
  server_.on_error([this] {
    log_.tell({Level::error, "error", "A connection ended in an error of this program."});
  });
  server_.on_hangup([this] { renewal_.begin(); });
}

void Service::tell_of_start() {
  std::cout << "Petition Box is at " << server_.url() << std::endl;
  log_.tell({Level::info,
             "started",
             {},
             {{"version", PETITION_BOX_VERSION},
              {"url", server_.url()},
              {"database", name_of_database(options_)},
              {"petitions", as_number(server_.site()->material().petitions.all().size())}}});
}

bool Service::run() {
  server_.repeat(between_reports, [this] { report_.tell(); });
  follow_signals();
  tell_of_start();
  const bool all_ended = server_.run();
  if (all_ended) writer_.stop();
  return all_ended;
}

}  // namespace petition_box::endpoint
