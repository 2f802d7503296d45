#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <endpoint/log.hpp>
#include <endpoint/material.hpp>
#include <endpoint/open_store.hpp>
#include <endpoint/options.hpp>
#include <endpoint/secret_key.hpp>
#include <endpoint/service.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/site.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box::endpoint {
namespace {

constexpr int failed = 1;

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

int serve(const Options& options, Material material, std::unique_ptr<SignatureStore> store,
          SecretKey key, Log& log) {
  const IcuPlatform icu;
  auto known = keep_texts(material, icu, *store, log);
  if (!known)
    return fail(log, "cannot write to " + name_of_database(options) + ": " + store->error());
  Service service(options, icu, log,
                  {std::move(material), std::move(*known), std::move(store), std::move(key)});
  if (const std::string wrong = service.listen(); !wrong.empty()) return fail(log, wrong);
  const bool all_ended = service.run();
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
