#include <optional>
#include <utility>

#include <endpoint/schema.hpp>
#include <endpoint/store.hpp>

namespace petition_box::endpoint {
namespace {

// FULL: what was committed is there after a power cut, too.
constexpr const char* settings = R"sql(
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
)sql";

std::int64_t number_of(Database& database, const char* sql) {
  Query query = database.prepare(sql);
  return query.step() ? query.number(0) : -1;
}

// An empty text, or what is wrong with the file.
std::string prepare_schema(Database& database) {
  if (!database.run(settings)) return database.error();
  const std::int64_t version = number_of(database, "PRAGMA user_version");
  if (version == schema_version) return {};
  if (version != 0 || number_of(database, "SELECT count(*) FROM sqlite_master") != 0) {
    return "it holds something else than signatures, or those of another version of this program";
  }
  if (database.run("BEGIN IMMEDIATE") && database.run(schema) && database.run("COMMIT")) return {};
  return database.error();
}

std::string_view word_of(const Consent& consent) { return consent.given ? "given" : "refused"; }

}  // namespace

std::variant<Store, std::string> Store::open(const std::string& path) {
  auto opened = Database::open(path);
  if (auto* reason = std::get_if<std::string>(&opened)) return std::move(*reason);
  auto& database = *std::get_if<Database>(&opened);
  if (std::string wrong = prepare_schema(database); !wrong.empty()) return wrong;
  Store store(std::move(database));
  if (!store.recount()) return store.error();
  return store;
}

Store::Store(Database database)
    : database_(std::move(database)),
      data_version_(database_.prepare("PRAGMA data_version")),
      count_(database_.prepare("SELECT petition, count(*) FROM signatures GROUP BY petition")),
      find_submission_(database_.prepare(
          "SELECT fingerprint, answered_count FROM submissions WHERE submission_id = ?")),
      insert_signature_(database_.prepare(R"sql(
INSERT INTO signatures (petition, submission_id, given_name, family_name, email_address, country,
  postal_code, comment, consent_sign, consent_sign_text, consent_sign_at, consent_updates,
  consent_updates_text, consent_updates_at, language, document_version, box_version, received_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING)sql")),
      insert_submission_(database_.prepare("INSERT INTO submissions VALUES (?, ?, ?, ?)")) {}

std::vector<Receipt> Store::keep(const std::vector<Entry>& entries) {
  std::vector<Receipt> receipts(entries.size());
  bool kept = begin();
  for (std::size_t i = 0; kept && i < entries.size(); ++i) kept = keep_one(entries[i], receipts[i]);
  if (kept && database_.run("COMMIT")) return receipts;
  fail();
  if (database_.in_transaction()) database_.run("ROLLBACK");
  seen_data_version_ = -1;
  return std::vector<Receipt>(entries.size());
}

bool Store::begin() { return database_.run("BEGIN IMMEDIATE") && recount_if_changed(); }

// Somebody else may have changed the file: an operator who deletes a signature.
bool Store::recount_if_changed() {
  if (!data_version_.step()) return false;
  const std::int64_t version = data_version_.number(0);
  data_version_.reset();
  if (version == seen_data_version_) return true;
  seen_data_version_ = version;
  return recount();
}

bool Store::recount() {
  counts_.clear();
  while (count_.step()) counts_[count_.text(0)] = count_.number(1);
  return count_.reset() || fail();
}

bool Store::keep_one(const Entry& entry, Receipt& receipt) {
  find_submission_.bind(entry.signature.submission_id);
  const bool known = find_submission_.step();
  if (known) {
    const bool same = find_submission_.text(0) == entry.fingerprint;
    receipt.kind = same ? Receipt::Kind::signed_ : Receipt::Kind::reused;
    receipt.count = find_submission_.number(1);
  }
  if (!find_submission_.reset()) return false;
  if (known) return true;
  if (entry.only_if_known) {
    receipt.kind = Receipt::Kind::unknown;
    return true;
  }
  std::int64_t& count = counts_[entry.petition];
  receipt.kind = Receipt::Kind::signed_;
  receipt.count = count + 1;
  if (!insert(entry)) return false;
  count += database_.changes();
  return remember(entry, receipt.count);
}

bool Store::insert(const Entry& entry) {
  const Signature& signature = entry.signature;
  Query& query = insert_signature_;
  query.bind(entry.petition).bind(signature.submission_id);
  for (const Field field : all_fields) query.bind(signature.answers[field]);
  for (const Purpose purpose : all_purposes) {
    const Consent& consent = signature.answers[purpose];
    const bool asked = !signature.hash(purpose).empty();
    query.bind(asked ? word_of(consent) : "");
    query.bind(signature.hash(purpose));
    query.bind(consent.at);
  }
  query.bind(signature.language).bind(signature.document_version);
  query.bind(signature.box_version).bind(entry.received_at);
  return query.run();
}

bool Store::remember(const Entry& entry, std::int64_t count) {
  return insert_submission_.bind(entry.signature.submission_id)
      .bind(entry.fingerprint)
      .bind(count)
      .bind(entry.received_at)
      .run();
}

std::optional<KnownStatements> Store::keep_statements(
    const std::vector<ShownStatement>& statements) {
  Query insert = database_.prepare(
      "INSERT OR IGNORE INTO statements (hash, petition, document_version, purpose, language, text)"
      " VALUES (?, ?, ?, ?, ?, ?)");
  bool kept = database_.run("BEGIN IMMEDIATE");
  for (const ShownStatement& shown : statements) {
    insert.bind(shown.hash).bind(shown.petition).bind(shown.document_version);
    insert.bind(name_of(shown.purpose)).bind(shown.statement.language);
    kept = kept && insert.bind(shown.statement.text).run();
  }
  kept = kept && database_.run("COMMIT");
  KnownStatements known;
  Query all = database_.prepare("SELECT petition, purpose, hash FROM statements");
  while (kept && all.step()) known.add(all.text(0), all.text(1), all.text(2));
  if (kept && all.reset()) return known;
  fail();
  return std::nullopt;
}

bool Store::fail() {
  error_ = database_.error();
  return false;
}

}  // namespace petition_box::endpoint
