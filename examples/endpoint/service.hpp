#pragma once

#include <memory>
#include <string>

#include <endpoint/archive.hpp>
#include <endpoint/cached_platform.hpp>
#include <endpoint/count.hpp>
#include <endpoint/health.hpp>
#include <endpoint/log.hpp>
#include <endpoint/material.hpp>
#include <endpoint/metrics.hpp>
#include <endpoint/options.hpp>
#include <endpoint/question_tokens.hpp>
#include <endpoint/renewal.hpp>
#include <endpoint/report.hpp>
#include <endpoint/secret_key.hpp>
#include <endpoint/server.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/site.hpp>
#include <endpoint/writer.hpp>
#include <icu/icu_platform.hpp>

namespace petition_box::endpoint {

// What an endpoint has found and opened by the time that it begins to serve.
struct Opened {
  Material material;
  KnownStatements known;
  std::unique_ptr<SignatureStore> store;
  SecretKey key;
};

// The parts of an endpoint and what they are to each other: a server, the one writer, and what is
// done at signals and from time to time.
class Service {
 public:
  // The options, the platform and the log must outlive it.
  Service(const Options& options, const IcuPlatform& icu, Log& log, Opened opened);
  ~Service() = default;
  // Its parts know where the others are.
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  Service(Service&&) = delete;
  Service& operator=(Service&&) = delete;

  // Takes its ports, and says on the standard output which. An empty text, or what is wrong, in one
  // line.
  std::string listen();

  // Serves until it is told to end, and all that came has its answer. False: something still waits
  // for the writer, and the process has to end as it is.
  bool run();

 private:
  std::string listen_for_metrics();
  void follow_signals();
  void tell_of_start();
  std::string metrics_text() const;

  const Options& options_;
  Log& log_;
  CachedPlatform platform_;
  Count count_;
  Metrics metrics_;
  Writer writer_;
  Archive archive_;
  Health health_;
  QuestionTokens tokens_;
  Lasting lasting_;
  Server server_;
  Renewal renewal_;
  Report report_;
};

}  // namespace petition_box::endpoint
