#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <endpoint/keys.hpp>
#include <endpoint/secret_key.hpp>
#include <endpoint/signature_store.hpp>
#include <endpoint/sqlite/database.hpp>
#include <endpoint/sqlite/open_file.hpp>
#include <endpoint/sqlite/text_store.hpp>
#include <endpoint/standing.hpp>

namespace petition_box::endpoint::sqlite {

// The signatures in an SQLite file (migrations/*.sql).
class SqliteStore final : public SignatureStore {
 public:
  // Opens the file, or makes it, brings it to the newest version and counts. The key is made where
  // neither it nor a database that needs it is there. Otherwise says what is wrong, in one line.
  static std::variant<std::unique_ptr<SignatureStore>, std::string> open(
      const std::string& path, const std::string& key_path, std::int64_t now);

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
  void finish() override;
  const std::string& error() const override { return error_; }

 private:
  using Clock = std::chrono::steady_clock;

  SqliteStore(Database database, SecretKey key, const std::string& path);

  bool prepare();
  bool keep_all(const std::vector<Entry>& entries, Kept& kept);
  bool keep_one(const Entry& entry, Receipt& receipt, Counts& gains);
  bool find(const Entry& entry, const Keys& keys, std::optional<Receipt>& receipt);
  bool signers_at(const Entry& entry, const Keys& keys, std::vector<Signer>& signers);
  bool insert(const Entry& entry, const Keys& keys, const Standing& standing);
  bool insert_consents(const Entry& entry);
  static void bind(Query& query, const std::string& submission_id, const ConsentRecord& record);
  bool put_person(const Entry& entry, const Standing& standing);
  bool has_changed();
  bool count_again();
  bool is_in_place();
  bool fail();
  bool fail(std::string why);
  bool roll_back();

  Database database_;
  SecretKey key_;
  std::vector<OpenFile> files_;  // the database, its write-ahead log, the log's index
  std::string path_;
  Query data_version_;
  Query count_;
  Query find_submission_;
  Query find_signers_;
  Query insert_submission_;
  Query insert_consent_;
  Query add_consent_;
  Query put_person_;
  TextStore texts_;
  Counts counts_;
  // Versions of the data, which other processes change; -1: none.
  std::int64_t looked_at_ = -1;
  std::int64_t counted_at_ = -1;
  Clock::time_point next_look_{};
  std::string error_;
};

}  // namespace petition_box::endpoint::sqlite
