#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <endpoint/database.hpp>
#include <endpoint/statements.hpp>
#include <wire/signature.hpp>

namespace petition_box::endpoint {

// A signature that came in, checked, with all that is kept of it.
struct Entry {
  std::string petition;
  Signature signature;
  std::string fingerprint;       // SHA-256 of what the signer decided
  std::int64_t received_at = 0;  // ms since 1970, UTC
  bool only_if_known = false;    // a new one would be refused: it is looked for only
};

struct Receipt {
  enum class Kind : std::uint8_t {
    signed_,  // kept, now or before
    reused,   // its id came before with other content
    unknown,  // it was not kept: only_if_known
    failed,   // the database did not take it
  };
  Kind kind = Kind::failed;
  std::int64_t count = 0;  // of the petition's signatures, this one included; where signed
};

using Counts = std::map<std::string, std::int64_t, std::less<>>;

// The signatures on disk, for one thread at a time.
class Store {
 public:
  // Opens the file and recounts its signatures. Otherwise says what is wrong, in one line.
  static std::variant<Store, std::string> open(const std::string& path);

  // Keeps the entries, all in one transaction; when this returns they are on disk, or all failed.
  // The same id with the same content is the same signature, and has the same receipt each time. An
  // address that has signed before is not counted again, but has the receipt of one that has not.
  std::vector<Receipt> keep(const std::vector<Entry>& entries);

  // Keeps the statements, and gives the hashes of all that were ever kept. Nothing: an error.
  std::optional<KnownStatements> keep_statements(const std::vector<ShownStatement>& statements);

  // Moves what is in the write-ahead log into the file itself, where nobody else is reading it.
  void checkpoint() { database_.run("PRAGMA wal_checkpoint(TRUNCATE)"); }

  // Of signatures, by petition.
  const Counts& counts() const { return counts_; }

  // What went wrong last, in one line.
  const std::string& error() const { return error_; }

 private:
  explicit Store(Database database);

  bool begin();
  bool recount_if_changed();
  bool recount();
  bool keep_one(const Entry& entry, Receipt& receipt);
  bool insert(const Entry& entry);
  bool remember(const Entry& entry, std::int64_t count);
  bool fail();

  Database database_;
  Query data_version_;
  Query count_;
  Query find_submission_;
  Query insert_signature_;
  Query insert_submission_;
  Counts counts_;
  std::int64_t seen_data_version_ = -1;
  std::string error_;
};

}  // namespace petition_box::endpoint
