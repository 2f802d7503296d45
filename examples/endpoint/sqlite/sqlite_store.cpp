#include <algorithm>
#include <utility>

#include <sys/statvfs.h>

#include <endpoint/sqlite/columns.hpp>
#include <endpoint/sqlite/migrations.hpp>
#include <endpoint/sqlite/sqlite_store.hpp>

namespace petition_box::endpoint::sqlite {
namespace {

// FULL: what was committed is there after a power cut, too. What is deleted is overwritten. Pages
// go from the log into the file a few at a time: whoever signs meanwhile waits for it.
constexpr const char* settings = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA wal_autocheckpoint = 500;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
)sql";

constexpr int patience_ms = 5000;        // for another connection that holds the file
constexpr int probe_patience_ms = 1000;  // the same for somebody who asks how things are
constexpr std::uintmax_t least_free_bytes = std::uintmax_t{1024} * 1024;

// Empty, or what is wrong with the key for this file.
std::string check_key(Database& database, const SecretKey& key, const std::string& key_path) {
  const Blob value{key.keyed("key_check", "petition box")};
  Query find;
  if (!database.prepare(find, "SELECT value FROM key_check")) return database.error();
  if (find.step()) {
    const bool same = find.blob(0).bytes == value.bytes;
    return same ? "" : "the key " + key_path + " is not the one that it was made with";
  }
  Query insert;
  const bool kept = find.reset() &&
                    database.prepare(insert, "INSERT INTO key_check (value) VALUES (?)") &&
                    insert.bind(value).run();
  return kept ? "" : database.error();
}

// Whether what is in the file was made with a key. One made anew would count everybody again.
bool needs_its_key(Database& database) {
  Query find;
  return database.prepare(find, "SELECT 1 FROM key_check") && find.step();
}

std::string full_disk(const std::string& path) {
  struct statvfs disk {};
  if (statvfs(path.c_str(), &disk) != 0) return {};
  const std::uintmax_t free = std::uintmax_t{disk.f_bavail} * disk.f_frsize;
  return free < least_free_bytes ? "the disk is full" : "";
}

}  // namespace

std::variant<std::unique_ptr<SignatureStore>, std::string> SqliteStore::open(
    const std::string& path, const std::string& key_path, std::int64_t now) {
  auto opened = Database::open(path);
  if (auto* wrong = std::get_if<std::string>(&opened)) return std::move(*wrong);
  auto& database = *std::get_if<Database>(&opened);
  database.wait_for_others(patience_ms);
  if (!database.run(settings)) return database.error();
  if (std::string wrong = check_version(database); !wrong.empty()) return wrong;
  auto read =
      needs_its_key(database) ? SecretKey::read(key_path) : SecretKey::read_or_make(key_path);
  if (auto* wrong = std::get_if<std::string>(&read)) return std::move(*wrong);
  const SecretKey& key = *std::get_if<SecretKey>(&read);
  if (!define_functions(database, key)) return database.error();
  if (std::string wrong = migrate(database, key, now); !wrong.empty()) return wrong;
  if (std::string wrong = check_key(database, key, key_path); !wrong.empty()) return wrong;
  std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(database), key, path));
  if (!store->prepare() || !store->has_changed() || !store->count_again()) return store->error();
  return std::unique_ptr<SignatureStore>(std::move(store));
}

SqliteStore::SqliteStore(Database database, SecretKey key, const std::string& path)
    : database_(std::move(database)), key_(std::move(key)), path_(path) {
  for (const char* ending : {"", "-wal", "-shm"}) files_.emplace_back(path + ending);
}

bool SqliteStore::prepare() {
  const auto prepare = [this](Query& query, const char* sql) {
    return database_.prepare(query, sql) || fail();
  };
  return prepare(data_version_, "PRAGMA data_version") && prepare(count_, R"sql(
SELECT p.petition, count(*)
FROM people p JOIN submissions s ON s.id = p.submission_id
WHERE s.state = 'counted' GROUP BY p.petition)sql") &&
         prepare(find_submission_,
                 "SELECT content_key, received_at, answers FROM submissions WHERE id = ?") &&
         prepare(find_signers_, R"sql(
SELECT p.person_key, p.submission_id, coalesce(s.state, '') = 'counted'
FROM people p LEFT JOIN submissions s ON s.id = p.submission_id
WHERE p.petition = ? AND p.person_key > ? AND p.person_key <= ?)sql") &&
         prepare(insert_submission_, R"sql(
INSERT INTO submissions (id, petition, content_key, address_key, received_at, state, language,
  document_version, document_hash, box_version, source, answers)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql") &&
         prepare(insert_consent_, R"sql(
INSERT INTO consents (submission_id, name, how, purpose, by, answer, text_hash, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?))sql") &&
         prepare(add_consent_, R"sql(
INSERT INTO consents (submission_id, name, how, purpose, by, answer, text_hash, at)
SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM submissions WHERE id = ?1 AND petition = ?9
ON CONFLICT DO NOTHING)sql") &&
         prepare(put_person_, R"sql(
INSERT INTO people (petition, person_key, submission_id) VALUES (?, ?, ?)
ON CONFLICT (petition, person_key) DO UPDATE SET submission_id = excluded.submission_id)sql") &&
         (texts_.prepare(database_) || fail());
}

Kept SqliteStore::keep(const std::vector<Entry>& entries) {
  Kept kept{std::vector<Receipt>(entries.size()), {}};
  // Between the last look and the commit the file may go, and what was written with it.
  if (is_in_place() && keep_all(entries, kept) && is_in_place()) return kept;
  return {std::vector<Receipt>(entries.size(), Receipt::failed), {}};
}

bool SqliteStore::keep_all(const std::vector<Entry>& entries, Kept& kept) {
  if (!database_.run("BEGIN IMMEDIATE")) return fail();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!keep_one(entries[i], kept.receipts[i], kept.gains)) return roll_back();
  }
  return database_.run("COMMIT") || roll_back();
}

bool SqliteStore::keep_one(const Entry& entry, Receipt& receipt, Counts& gains) {
  const Keys keys = keys_of(entry, key_);
  std::optional<Receipt> known;
  if (!find(entry, keys, known)) return false;
  receipt = known.value_or(Receipt::kept);
  if (known) return true;
  std::vector<Signer> signers;
  if (!keys.address.bytes.empty() && !signers_at(entry, keys, signers)) return false;
  const Standing standing = standing_of(entry, keys, signers);
  if (standing.is_new) ++gains[entry.petition];
  return insert(entry, keys, standing) && put_person(entry, standing);
}

bool SqliteStore::find(const Entry& entry, const Keys& keys, std::optional<Receipt>& receipt) {
  const auto find_by = [&](const std::string& id, std::optional<KeptSubmission>& found) {
    find_submission_.bind(id);
    if (find_submission_.step()) {
      const Blob kept = find_submission_.blob(0);
      const bool same = kept.bytes.empty()
                            ? are_same_answers(find_submission_.text(2), entry.answers)
                            : kept.bytes == keys.content.bytes;
      found = KeptSubmission{same, find_submission_.number(1)};
    }
    return find_submission_.reset();
  };
  std::optional<KeptSubmission> same;
  std::optional<KeptSubmission> earlier;
  if (!find_by(entry.signature.submission_id, same)) return false;
  const bool looks_earlier = !same && !entry.earlier_id.empty();
  if (looks_earlier && !find_by(entry.earlier_id, earlier)) return false;
  receipt = receipt_of(entry, same, earlier);
  return true;
}

bool SqliteStore::signers_at(const Entry& entry, const Keys& keys, std::vector<Signer>& signers) {
  const Blob last{keys.address.bytes + std::string(keys.address.bytes.size(), '\xFF')};
  find_signers_.bind(entry.petition).bind(keys.address).bind(last);
  while (find_signers_.step()) {
    signers.push_back({find_signers_.blob(0), find_signers_.text(1), find_signers_.number(2) != 0});
  }
  return find_signers_.reset();
}

bool SqliteStore::put_person(const Entry& entry, const Standing& standing) {
  const auto& [person, submission_id, counts] = standing.person;
  put_person_.bind(entry.petition).bind(person).bind(submission_id);
  return put_person_.run();
}

bool SqliteStore::insert(const Entry& entry, const Keys& keys, const Standing& standing) {
  const Signature& signature = entry.signature;
  Query& query = insert_submission_;
  query.bind(signature.submission_id).bind(entry.petition).bind(keys.content).bind(keys.address);
  query.bind(entry.received_at).bind(state_of(standing));
  query.bind(signature.language).bind(signature.document_version).bind(entry.document_hash);
  query.bind(signature.box_version).bind(signature.source).bind(entry.answers);
  // A trigger of somebody else's may have put the row aside.
  if (!query.run() || database_.changes() != 1) return false;
  return insert_consents(entry);
}

bool SqliteStore::insert_consents(const Entry& entry) {
  for (const ConsentRecord& record : entry.consents) {
    bind(insert_consent_, entry.signature.submission_id, record);
    if (!insert_consent_.run() || database_.changes() != 1) return false;
  }
  return true;
}

void SqliteStore::bind(Query& query, const std::string& submission_id,
                       const ConsentRecord& record) {
  const ConsentAnswer& answer = record.answer;
  query.bind(submission_id).bind(answer.consent).bind(name_of(answer.how)).bind(record.purpose);
  query.bind(record.by).bind(name_of(answer.decision)).bind(answer.text_hash).bind(answer.at);
}

bool SqliteStore::keep_answer(const std::string& petition, const std::string& submission_id,
                              const ConsentRecord& record) {
  if (!is_in_place() || !database_.run("BEGIN IMMEDIATE")) return fail();
  bind(add_consent_, submission_id, record);
  add_consent_.bind(petition);
  return (add_consent_.run() && database_.run("COMMIT")) || roll_back();
}

std::optional<KnownStatements> SqliteStore::keep_statements(
    const std::vector<ShownStatement>& statements) {
  auto known = texts_.keep_statements(database_, statements);
  if (!known) roll_back();
  return known;
}

std::optional<std::vector<ServedDocument>> SqliteStore::keep_documents(
    const std::vector<ServedDocument>& documents, std::int64_t now) {
  auto changed = texts_.keep_documents(database_, documents, now);
  if (!changed) roll_back();
  return changed;
}

std::optional<std::vector<ServedDocument>> SqliteStore::find_documents(const std::string& petition,
                                                                       const std::string& version) {
  auto found = texts_.find_documents(petition, version);
  if (!found) fail();
  return found;
}

std::optional<KnownStatements> SqliteStore::find_statements(
    const std::string& petition, const std::vector<std::string>& hashes) {
  auto found = texts_.find_statements(petition, hashes);
  if (!found) fail();
  return found;
}

std::string SqliteStore::probe() {
  if (!is_in_place()) return error_;
  if (std::string full = full_disk(path_); !full.empty()) return full;
  database_.wait_for_others(probe_patience_ms);
  // A row that stays the same would not be written.
  const bool written =
      database_.run("BEGIN IMMEDIATE; UPDATE health SET tries = tries + 1; COMMIT");
  std::string wrong = written ? "" : database_.error();
  if (database_.in_transaction()) database_.run("ROLLBACK");
  database_.wait_for_others(patience_ms);
  return wrong;
}

// Counting takes the longer the more have signed: at most a tenth of the time goes into it, however
// often another process writes.
bool SqliteStore::look() {
  constexpr int share = 10;
  const Clock::time_point began = Clock::now();
  if (began < next_look_ || !is_in_place()) return false;
  const bool counted = has_changed() && count_again();
  const Clock::time_point ended = Clock::now();
  next_look_ = ended + (ended - began) * share;
  return counted;
}

// Whether another process has written since it was last counted.
bool SqliteStore::has_changed() {
  looked_at_ = data_version_.step() ? data_version_.number(0) : -1;
  return data_version_.reset() ? looked_at_ != counted_at_ : fail();
}

bool SqliteStore::count_again() {
  Counts counts;
  while (count_.step()) counts[count_.text(0)] = count_.number(1);
  if (!count_.reset()) return fail();
  counts_ = std::move(counts);
  counted_at_ = looked_at_;
  return true;
}

void SqliteStore::finish() { database_.run("PRAGMA wal_checkpoint(TRUNCATE)"); }

bool SqliteStore::is_in_place() {
  const bool all = std::all_of(files_.begin(), files_.end(),
                               [](const OpenFile& file) { return file.is_still_there(); });
  return all || fail("the database file was moved, removed or replaced");
}

bool SqliteStore::fail() { return fail(database_.error()); }

bool SqliteStore::fail(std::string why) {
  error_ = std::move(why);
  return false;
}

bool SqliteStore::roll_back() {
  fail();
  if (database_.in_transaction()) database_.run("ROLLBACK");
  return false;
}

}  // namespace petition_box::endpoint::sqlite
