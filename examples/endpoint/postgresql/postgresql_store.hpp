#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <endpoint/keys.hpp>
#include <endpoint/postgresql/connection.hpp>
#include <endpoint/postgresql/recount.hpp>
#include <endpoint/secret_key.hpp>
#include <endpoint/signature_store.hpp>

namespace petition_box::endpoint::postgresql {

// The signatures in a PostgreSQL database (migrations/*.sql), which any number of replicas of this
// program share.
class PostgresqlStore final : public SignatureStore {
 public:
  // Connects, brings the tables to the newest version, tries whether a signature could be kept, and
  // counts. The key is made where neither it nor a database that needs it is there. Replicated:
  // nothing is kept while no other machine has to have it, too. Otherwise says what is wrong, in
  // one line.
  static std::variant<std::unique_ptr<SignatureStore>, std::string> open(
      const std::string& address, const std::string& key_path, bool replicated, std::int64_t now);

  Kept keep(const std::vector<Entry>& entries) override;
  bool keep_answer(const std::string& petition, const std::string& submission_id,
                   const ConsentRecord& record) override;
  std::optional<KnownStatements> keep_statements(
      const std::vector<ShownStatement>& statements) override;
  std::optional<std::vector<ServedDocument>> keep_documents(
      const std::vector<ServedDocument>& documents, std::int64_t now) override;
  std::optional<std::vector<ServedDocument>> find_documents(const std::string& petition,
                                                            const std::string& version) override;
  std::optional<KnownStatements> find_statements(const std::string& petition,
                                                 const std::vector<std::string>& hashes) override;
  std::string probe() override;
  bool look() override;
  const Counts& counts() const override { return counts_; }
  std::unique_ptr<SignatureStore> another() const override;
  void finish() override { connection_.close(); }
  const std::string& error() const override { return error_; }

 private:
  using Clock = std::chrono::steady_clock;
  using Attempt = std::function<Outcome()>;

  // When the server is looked for again, where there was none: of all stores of one process, so
  // that none stays without it when another has found it.
  using NextConnecting = std::shared_ptr<std::atomic<Clock::time_point>>;

  PostgresqlStore(const std::string& address, SecretKey key, bool replicated,
                  NextConnecting next_connecting);

  bool connect();
  bool try_until_done(Clock::duration time, const Attempt& attempt);
  Outcome try_to_keep(const std::vector<Entry>& entries, const std::vector<Keys>& keys, Kept& kept);
  Outcome run_alone(const Statement& statement);
  Outcome write(std::vector<Statement> statements, Connection::Results& found);
  Outcome commit();
  Outcome told(Outcome outcome);
  Outcome roll_back(Outcome outcome);
  bool count_again();
  bool try_a_signature();

  Connection connection_;
  SecretKey key_;
  bool replicated_;
  std::string replica_;  // this store, among those that count
  Recount recount_;
  Counts counts_;
  NextConnecting next_connecting_;
  std::string error_;
};

}  // namespace petition_box::endpoint::postgresql
