#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <endpoint/count.hpp>
#include <endpoint/statements.hpp>
#include <wire/signature.hpp>

namespace petition_box::endpoint {

// What a signer said to one consent, or that nothing was said, with whose it is.
struct ConsentRecord {
  ConsentAnswer answer;
  std::string purpose;
  std::string by;  // the partner's name; empty: the controller's
};

// A signature that came in, checked, with all that is kept of it.
struct Entry {
  std::string petition;
  Signature signature;
  std::string answers;  // kept_answers
  std::vector<ConsentRecord> consents;
  std::string content;           // SHA-256 of what the signer decided
  std::string document_hash;     // of the petition's text of that version; empty: unknown
  std::int64_t received_at = 0;  // ms since 1970, UTC
  bool only_if_known = false;    // a new one would be refused: it is looked for only
  // Where the signature came without an id: the one that the same content had in the ten seconds
  // before. It is the same signature where it came at most ten seconds earlier.
  std::string earlier_id;
};

constexpr std::int64_t twice_within_ms = 10'000;

enum class Receipt : std::uint8_t {
  kept,          // on disk, from this time or from an earlier one
  kept_earlier,  // on disk, from an earlier time under its earlier id
  reused,        // its id came before with other content
  unknown,       // it was not kept: only_if_known
  failed,        // the database did not take it
};

constexpr bool is_kept(Receipt receipt) {
  return receipt == Receipt::kept || receipt == Receipt::kept_earlier;
}

// What a transaction has kept.
struct Kept {
  std::vector<Receipt> receipts;  // of each entry
  Counts gains;                   // by how many people each petition grew
  bool is_certain = true;         // whether no more was kept than this
};

// The text of a petition as it is served.
struct ServedDocument {
  std::string petition;
  std::string version;
  std::string hash;  // SHA-256 of the text
  std::string text;  // JSON
};

// The signatures on disk, for one thread at a time: an SQLite file (sqlite/) or a PostgreSQL
// database (postgresql/), by the same rules (standing.hpp). Every submission is kept as evidence;
// each person is counted once: who has the same address and the same name, and at most two at one
// address.
class SignatureStore {
 public:
  virtual ~SignatureStore() = default;
  SignatureStore(const SignatureStore&) = delete;
  SignatureStore& operator=(const SignatureStore&) = delete;
  SignatureStore(SignatureStore&&) = delete;
  SignatureStore& operator=(SignatureStore&&) = delete;

  // Keeps the entries, all in one transaction; when this returns they are on disk, or all failed.
  // The same id with the same content is the same submission.
  virtual Kept keep(const std::vector<Entry>& entries) = 0;

  // Keeps one more answer to a consent of a submission of the petition that is there; where it was
  // asked and answered in that way before, that stays. False: an error.
  virtual bool keep_answer(const std::string& petition, const std::string& submission_id,
                           const ConsentRecord& record) = 0;

  // Keeps the statements, and gives all that were ever kept. Nothing: an error.
  virtual std::optional<KnownStatements> keep_statements(
      const std::vector<ShownStatement>& statements) = 0;

  // Keeps the documents, and gives those of which another text had the same version before.
  // Nothing: an error.
  virtual std::optional<std::vector<ServedDocument>> keep_documents(
      const std::vector<ServedDocument>& documents, std::int64_t now) = 0;

  // The texts that the petition has had under that version at whichever endpoint, the last first,
  // and of its consents the statements of these hashes. Nothing: an error.
  virtual std::optional<std::vector<ServedDocument>> find_documents(const std::string& petition,
                                                                    const std::string& version) = 0;
  virtual std::optional<KnownStatements> find_statements(
      const std::string& petition, const std::vector<std::string>& hashes) = 0;

  // Writes and reads back as a signature would. Empty, or why signatures cannot be kept now.
  virtual std::string probe() = 0;

  // Looks whether somebody else has changed what is counted: an operator, a second process. True:
  // it was counted again, with all that this process had kept at that time.
  virtual bool look() = 0;

  // How many people have signed each petition, as they were counted last.
  virtual const Counts& counts() const = 0;

  // One that keeps in the same database beside this one, for another thread. None: one thread at a
  // time can write there.
  virtual std::unique_ptr<SignatureStore> another() const { return nullptr; }

  // Nothing more will be kept: leaves all in order.
  virtual void finish() = 0;

  // What went wrong last, in one line.
  virtual const std::string& error() const = 0;

 protected:
  SignatureStore() = default;
};

}  // namespace petition_box::endpoint
