#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <endpoint/archive.hpp>
#include <endpoint/cached_platform.hpp>
#include <endpoint/count.hpp>
#include <endpoint/exposition.hpp>
#include <endpoint/health.hpp>
#include <endpoint/log.hpp>
#include <endpoint/material.hpp>
#include <endpoint/metrics.hpp>
#include <endpoint/open_store.hpp>
#include <endpoint/options.hpp>
#include <endpoint/renewal.hpp>
#include <endpoint/report.hpp>
#include <endpoint/secret_key.hpp>
#include <endpoint/server.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/site.hpp>
#include <endpoint/writer.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box::endpoint {
namespace {

constexpr int failed = 1;
constexpr std::chrono::seconds between_reports{10};

std::int64_t as_number(std::size_t size) { return static_cast<std::int64_t>(size); }

int fail(Log& log, std::string_view lines) {
  log.tell_each(Level::error, "not-started", lines);
  return failed;
}

// All is done: one more signal must not make it look otherwise.
void hold_signals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

// What is counted, and what is so at the moment.
std::string metrics_text(const Metrics& metrics, const Server& server, const Writer& writer,
                         const Count& count) {
  const Site& site = *server.site();
  Gauges gauges{server.occupancy().connections,
                server.occupancy().most,
                writer.waiting(),
                site.pages().kept(),
                {}};
  for (const auto& [id, shelved] : site.material().petitions.all()) {
    gauges.signers.push_back({id, count.of(id)});
  }
  return exposition_of(metrics, gauges);
}

int serve(const Options& options, Material material, std::unique_ptr<SignatureStore> store,
          SecretKey key, Log& log) {
  const IcuPlatform icu;
  const CachedPlatform platform(icu);
  auto known = keep_texts(material, icu, *store, log);
  if (!known)
    return fail(log, "cannot write to " + name_of_database(options) + ": " + store->error());
  Count count;
  Metrics metrics;
  Writer writer(std::move(store), count, metrics, log);
  Archive archive(writer);
  Health health(writer, material.petitions.unserved());
  const QuestionTokens tokens(std::move(key), options.limits.question);
  const Lasting lasting{options, platform, count, writer, archive, health, tokens, log};
  Server server(std::make_shared<const Site>(std::move(material), std::move(*known), lasting),
                options.limits, metrics);
  if (const std::string wrong = server.listen(options.address, options.port); !wrong.empty()) {
    return fail(log, wrong);
  }
  std::string metrics_url;
  if (!options.metrics.empty()) {
    const auto write = [&] { return metrics_text(metrics, server, writer, count); };
    const auto wrong = server.listen_for_metrics(options.metrics, write, metrics_url);
    if (!wrong.empty()) return fail(log, wrong);
    std::cout << "Its metrics are at " << metrics_url << std::endl;
  }
  Renewal renewal(server, lasting, icu);
  Report report(metrics, log);
  server.repeat(between_reports, [&report] { report.tell(); });
  server.on_end([&] {
    health.end();
    log.tell(
        {Level::info, "ending", {}, {{"connections", as_number(server.occupancy().connections)}}});
  });
  server.on_error([&log] {
    log.tell({Level::error, "error", "A connection ended in an error of this program."});
  });
  server.on_hangup([&renewal] { renewal.begin(); });
  std::cout << "Petition Box is at " << server.url() << std::endl;
  log.tell({Level::info,
            "started",
            {},
            {{"version", PETITION_BOX_VERSION},
             {"url", server.url()},
             {"database", name_of_database(options)},
             {"petitions", as_number(server.site()->material().petitions.all().size())}}});
  const bool all_ended = server.run();
  if (all_ended) writer.stop();
  hold_signals();
  log.tell({Level::info, "ended", {}, {{"unfinished", std::int64_t{all_ended ? 0 : 1}}}});
  std::cout << "Stopped." << std::endl;
  // Nothing that waits was acknowledged, and a transaction under way is whole or not at all.
  if (!all_ended) std::_Exit(0);
  return 0;
}

int run(const Options& options) {
  Log log(options.log, options.log_form);
  auto material = read_material(options);
  if (const auto* wrong = std::get_if<std::string>(&material)) return fail(log, *wrong);
  log.tell_each(Level::warning, "document", warnings_of(*std::get_if<Material>(&material)));
  auto store = open_store(options);
  if (const auto* wrong = std::get_if<std::string>(&store)) {
    return fail(log, "cannot open the database " + name_of_database(options) + ": " + *wrong);
  }
  // The store's own is of another thread.
  auto key = SecretKey::read(options.key);
  if (const auto* wrong = std::get_if<std::string>(&key)) return fail(log, *wrong);
  return serve(options, std::move(*std::get_if<Material>(&material)),
               std::move(*std::get_if<std::unique_ptr<SignatureStore>>(&store)),
               std::move(*std::get_if<SecretKey>(&key)), log);
}

}  // namespace
}  // namespace petition_box::endpoint

int main(int argc, char** argv) {
  namespace endpoint = petition_box::endpoint;
  // A reader of our output who leaves must not end us.
  std::signal(SIGPIPE, SIG_IGN);
  // Nor must one that asks for what is read anyway.
  std::signal(SIGHUP, SIG_IGN);
  // Nor must a limit of the files' size: a write that fails is answered.
  std::signal(SIGXFSZ, SIG_IGN);
  const auto options = endpoint::read_options(argc, argv);
  if (const auto* ending = std::get_if<petition_box::Ending>(&options)) {
    return petition_box::end(*ending);
  }
  return endpoint::run(*std::get_if<endpoint::Options>(&options));
}
