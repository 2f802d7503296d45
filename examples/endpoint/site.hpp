#pragma once

#include <optional>

#include <endpoint/archive.hpp>
#include <endpoint/count.hpp>
#include <endpoint/health.hpp>
#include <endpoint/log.hpp>
#include <endpoint/material.hpp>
#include <endpoint/options.hpp>
#include <endpoint/pages.hpp>
#include <endpoint/question_tokens.hpp>
#include <endpoint/routes.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/signing.hpp>
#include <endpoint/statements.hpp>
#include <endpoint/writer.hpp>
#include <language/platform.hpp>

namespace petition_box::endpoint {

// What lasts from the start to the end, whatever is read anew.
struct Lasting {
  const Options& options;
  const Platform& platform;
  const Count& count;
  Writer& writer;
  Archive& archive;
  Health& health;
  const QuestionTokens& tokens;
  Log& log;
};

// All that is served, as it was read at one time; nothing in it changes. Whoever answers a request
// keeps it until the answer is sent.
class Site {
 public:
  Site(Material material, KnownStatements known, const Lasting& lasting);
  ~Site() = default;
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  Site(Site&&) = delete;
  Site& operator=(Site&&) = delete;

  const Material& material() const { return material_; }
  const Routes& routes() const { return routes_; }
  const Pages& pages() const { return pages_; }

 private:
  const Material material_;
  const KnownStatements known_;
  const Pages pages_;
  const Signing signing_;
  const Routes routes_;
};

// Keeps the texts of the documents, and all statements that they can show, before anybody reads
// them; tells of texts that changed without their version. Gives the statements that were ever
// kept. Nothing: the store's error. For the thread that the store is on.
std::optional<KnownStatements> keep_texts(const Material& material, const Platform& platform,
                                          SignatureStore& store, Log& log);

}  // namespace petition_box::endpoint
