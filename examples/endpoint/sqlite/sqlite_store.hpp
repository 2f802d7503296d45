#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <endpoint/secret_key.hpp>
#include <endpoint/sqlite/database.hpp>
#include <endpoint/sqlite/open_file.hpp>
#include <endpoint/sqlite/text_store.hpp>
#include <endpoint/store.hpp>

namespace petition_box::endpoint::sqlite {

// The signatures in an SQLite file (migrations/*.sql).
class SqliteStore final : public Store {
 public:
  // Opens the file, or makes it, brings it to the newest version and counts. The key is made where
  // neither it nor a database that needs it is there. Otherwise says what is wrong, in one line.
  static std::variant<std::unique_ptr<Store>, std::string> open(const std::string& path,
                                                                const std::string& key_path,
                                                                std::int64_t now);

  std::vector<Receipt> keep(const std::vector<Entry>& entries) override;
  bool keep_answer(const std::string& submission_id, const ConsentRecord& record) override;
  std::optional<KnownStatements> keep_statements(
      const std::vector<ShownStatement>& statements) override;
  std::optional<std::vector<ServedDocument>> keep_documents(
      const std::vector<ServedDocument>& documents, std::int64_t now) override;
  std::string probe() override;
  void look() override;
  const Counts& counts() const override { return counts_; }
  void finish() override;
  const std::string& error() const override { return error_; }

 private:
  using Clock = std::chrono::steady_clock;

  // What is kept of an entry in the place of what it says.
  struct Keys {
    Blob content;
    Blob address;  // empty: there is none
    Blob person;   // begins with that of the address
  };
  // A person who signed with the address of an entry.
  struct Signer {
    Blob person;
    std::string submission_id;
    bool counts = false;  // the submission is there, and was not withdrawn
  };

  // Whom an entry stands for.
  struct Standing {
    bool counted = false;  // by this entry or by an earlier one
    bool is_new = false;
    Signer person;  // where it is not counted, somebody else at the address
  };

  SqliteStore(Database database, SecretKey key, const std::string& path);

  bool prepare();
  Keys keys_of(const Entry& entry) const;
  bool keep_all(const std::vector<Entry>& entries, std::vector<Receipt>& receipts);
  bool keep_one(const Entry& entry, Receipt& receipt);
  bool find(const Entry& entry, const Keys& keys, std::optional<Receipt>& receipt);
  bool find_earlier(const Entry& entry, std::optional<Receipt>& receipt);
  bool signers_at(const Entry& entry, const Keys& keys, std::vector<Signer>& signers);
  std::optional<Standing> standing_of(const Entry& entry, const Keys& keys);
  bool insert(const Entry& entry, const Keys& keys, bool counted);
  bool insert_consents(const Entry& entry);
  static void bind(Query& query, const std::string& submission_id, const ConsentRecord& record);
  bool put_person(const Entry& entry, const Standing& standing);
  bool recount_if_changed();
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
  std::int64_t seen_data_version_ = -1;
  Clock::time_point next_look_{};
  std::string error_;
};

}  // namespace petition_box::endpoint::sqlite
