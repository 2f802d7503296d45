#include <utility>

#include <endpoint/environment.hpp>
#include <endpoint/postgresql/batch.hpp>
#include <endpoint/postgresql/column.hpp>
#include <endpoint/postgresql/known.hpp>
#include <endpoint/postgresql/migrations.hpp>
#include <endpoint/postgresql/postgresql_store.hpp>
#include <endpoint/postgresql/standby.hpp>
#include <endpoint/postgresql/text_store.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 5s;            // for a transaction, with all that is tried again of it
constexpr auto longest_statement = 4s;   // by the server's clock
constexpr auto text_patience = 30s;      // for what nobody waits for
constexpr auto probe_patience = 2s;      // for somebody who asks how things are
constexpr auto between_connecting = 1s;  // while there is no server
constexpr int most_attempts = 8;
constexpr const char* unconnected = "there is no connection to the database";
constexpr const char* alone = "the database has no synchronous standby";

constexpr const char* add_answer = R"sql(
INSERT INTO consents (petition, submission_id, name, how, purpose, by, answer, text_hash, at)
SELECT petition, id, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::bigint
FROM submissions WHERE petition = $1::text AND id = $2::uuid
ON CONFLICT DO NOTHING)sql";

constexpr const char* count_all =
    "SELECT petition, sum(people)::bigint FROM tallies GROUP BY petition";

// Whether what is in the database was made with a key. One made anew would count everybody again.
std::variant<SecretKey, std::string> key_for(Connection& connection, const std::string& path) {
  Connection::Results found;
  const Statement find{"SELECT 1 FROM key_check"};
  if (connection.run(find, found) != Outcome::done) return connection.error();
  return found[0].count() > 0 ? SecretKey::read(path) : SecretKey::read_or_make(path);
}

// Empty, or what is wrong with the key for this database.
std::string check_key(Connection& connection, const SecretKey& key, const std::string& path) {
  const Blob value{key.keyed("key_check", "petition box")};
  const Statement insert{
      "INSERT INTO key_check (one, value) VALUES (1, $1::bytea) ON CONFLICT DO NOTHING",
      {notation_of(value)}};
  Connection::Results found;
  const Outcome outcome = connection.run({insert, {"SELECT value FROM key_check"}}, found);
  if (outcome != Outcome::done) return connection.error();
  const bool same = found[1].count() == 1 && found[1].blob(0, 0).bytes == value.bytes;
  return same ? "" : "the key " + path + " is not the one that it was made with";
}

}  // namespace

std::variant<std::unique_ptr<SignatureStore>, std::string> PostgresqlStore::open(
    const std::string& address, const std::string& key_path, bool replicated, std::int64_t now) {
  Connection migrating(address, 0ms);
  if (!migrating.open()) return migrating.error();
  if (std::string wrong = migrate(migrating, now); !wrong.empty()) return wrong;
  auto read = key_for(migrating, key_path);
  if (auto* wrong = std::get_if<std::string>(&read)) return std::move(*wrong);
  const SecretKey& key = *std::get_if<SecretKey>(&read);
  if (std::string wrong = check_key(migrating, key, key_path); !wrong.empty()) return wrong;
  std::unique_ptr<PostgresqlStore> store(new PostgresqlStore(
      address, key, replicated, std::make_shared<std::atomic<Clock::time_point>>()));
  if (!store->try_a_signature() || !store->count_again()) return store->error();
  return std::unique_ptr<SignatureStore>(std::move(store));
}

PostgresqlStore::PostgresqlStore(const std::string& address, SecretKey key, bool replicated,
                                 NextConnecting next_connecting)
    : connection_(address, longest_statement),
      key_(std::move(key)),
      replicated_(replicated),
      replica_(new_uuid()),
      recount_(address),
      next_connecting_(std::move(next_connecting)) {}

// While there is no server nobody waits for one more attempt to find one.
bool PostgresqlStore::connect() {
  if (connection_.is_open()) return true;
  if (Clock::now() < next_connecting_->load()) return false;
  const bool opened =
      connection_.open() && (!replicated_ || connection_.run(wait_for_standbys()) == Outcome::done);
  // Where that fails they fail as well when they are run, and are told of then.
  if (opened) connection_.prepare(Batch::insertions());
  if (opened && connection_.is_open()) {
    next_connecting_->store({});
    return true;
  }
  error_ = connection_.error();
  connection_.close();
  next_connecting_->store(Clock::now() + between_connecting);
  return false;
}

// What another transaction was in the way of is tried again, and what was under way when the
// connection was lost is, once, with the next server: each attempt finds what the former has left.
bool PostgresqlStore::try_until_done(Clock::duration time, const Attempt& attempt) {
  const Clock::time_point until = Clock::now() + time;
  bool was_lost = false;
  for (int attempts = 0; attempts < most_attempts && Clock::now() < until; ++attempts) {
    if (!connect()) return false;
    connection_.give(std::chrono::ceil<Connection::Milliseconds>(until - Clock::now()));
    const Outcome outcome = attempt();
    if (outcome == Outcome::done) return true;
    if (outcome == Outcome::refused) return false;
    if (outcome == Outcome::lost && std::exchange(was_lost, true)) return false;
  }
  return false;
}

// Keeps what is said of an error, which the next statement would replace.
Outcome PostgresqlStore::told(Outcome outcome) {
  if (outcome != Outcome::done) error_ = connection_.error();
  return outcome;
}

Outcome PostgresqlStore::roll_back(Outcome outcome) {
  told(outcome);
  if (connection_.is_open()) connection_.run({"ROLLBACK"});
  return outcome;
}

// Runs what begins a transaction, which is not begun while nobody would confirm its end. Where it
// is not done nothing of it stays.
Outcome PostgresqlStore::write(std::vector<Statement> statements, Connection::Results& found) {
  if (replicated_) statements.push_back(find_standby());
  const Outcome outcome = connection_.run(statements, found);
  if (outcome != Outcome::done) return roll_back(outcome);
  if (!replicated_ || has_standby(found)) return outcome;
  roll_back(outcome);
  error_ = alone;
  return Outcome::refused;
}

// What is committed, and warned of, other machines do not have that must: that is no commit. Nor is
// what has waited for nobody, as the server was told meanwhile to go on alone.
Outcome PostgresqlStore::commit() {
  std::vector<Statement> statements{{"COMMIT"}};
  if (replicated_) statements.push_back(find_standby());
  Connection::Results found;
  const Outcome outcome = told(connection_.run(statements, found));
  if (outcome != Outcome::done) return outcome;
  error_ = connection_.warning();
  if (error_.empty() && replicated_ && !has_standby(found)) error_ = alone;
  return error_.empty() ? Outcome::done : Outcome::refused;
}

Outcome PostgresqlStore::run_alone(const Statement& statement) {
  Connection::Results unread;
  const Outcome outcome = write({{"BEGIN"}, statement}, unread);
  return outcome == Outcome::done ? commit() : outcome;
}

Kept PostgresqlStore::keep(const std::vector<Entry>& entries) {
  std::vector<Keys> keys;
  keys.reserve(entries.size());
  for (const Entry& entry : entries) keys.push_back(keys_of(entry, key_));
  Kept kept;
  const auto attempt = [&] {
    const Outcome outcome = try_to_keep(entries, keys, kept);
    if (outcome == Outcome::lost) kept.is_certain = false;
    return outcome;
  };
  if (!try_until_done(patience, attempt)) kept.receipts.assign(entries.size(), Receipt::failed);
  return kept;
}

Outcome PostgresqlStore::try_to_keep(const std::vector<Entry>& entries,
                                     const std::vector<Keys>& keys, Kept& kept) {
  Connection::Results found;
  Outcome outcome = told(connection_.run(Known::questions(entries, keys), found));
  if (outcome != Outcome::done) return outcome;
  Known known(found);
  const Batch batch(entries, keys, known);
  if (!batch.gains().empty()) {
    outcome = write(batch.statements(replica_, now()), found);
    if (outcome != Outcome::done) return outcome;
    // Another replica was faster with one of them.
    if (!batch.is_written(found)) return roll_back(Outcome::again);
    outcome = commit();
  }
  if (outcome == Outcome::done) {
    kept.receipts = batch.receipts();
    kept.gains = batch.gains();
  }
  return outcome;
}

bool PostgresqlStore::keep_answer(const std::string& petition, const std::string& submission_id,
                                  const ConsentRecord& record) {
  const auto& [answer, purpose, by] = record;
  const Statement statement{
      add_answer,
      {petition, submission_id, answer.consent, name_of(answer.how), purpose, by,
       name_of(answer.decision), answer.text_hash, std::to_string(answer.at)}};
  return try_until_done(patience, [&] { return run_alone(statement); });
}

std::optional<KnownStatements> PostgresqlStore::keep_statements(
    const std::vector<ShownStatement>& statements) {
  Connection::Results found;
  const auto all = to_keep(statements);
  const bool kept =
      try_until_done(text_patience, [&] { return told(connection_.run(all, found)); });
  return kept ? std::optional(statements_in(found[1])) : std::nullopt;
}

std::optional<std::vector<ServedDocument>> PostgresqlStore::keep_documents(
    const std::vector<ServedDocument>& documents, std::int64_t now) {
  Connection::Results found;
  const auto all = to_keep(documents, now);
  const bool kept =
      try_until_done(text_patience, [&] { return told(connection_.run(all, found)); });
  if (!kept) return std::nullopt;
  std::vector<ServedDocument> changed;
  changed.reserve(static_cast<std::size_t>(found[1].count()));
  for (int row = 0; row < found[1].count(); ++row) {
    changed.push_back({found[1].text(row, 0), found[1].text(row, 1), {}, {}});
  }
  return changed;
}

std::optional<std::vector<ServedDocument>> PostgresqlStore::find_documents(
    const std::string& petition, const std::string& version) {
  Connection::Results found;
  const bool asked = try_until_done(
      patience, [&] { return told(connection_.run(to_find_documents(petition, version), found)); });
  return asked ? std::optional(documents_in(found[0])) : std::nullopt;
}

std::optional<KnownStatements> PostgresqlStore::find_statements(
    const std::string& petition, const std::vector<std::string>& hashes) {
  Connection::Results found;
  const bool asked = try_until_done(
      patience, [&] { return told(connection_.run(to_find_statements(petition, hashes), found)); });
  return asked ? std::optional(statements_in(found[0])) : std::nullopt;
}

// Where the database is may be nobody's business who asks how it is.
std::string PostgresqlStore::probe() {
  const Statement nothing_more = add_to(replica_, {{"", 0}}, now());
  if (try_until_done(probe_patience, [&] { return run_alone(nothing_more); })) return {};
  return connection_.is_open() ? error_ : unconnected;
}

bool PostgresqlStore::look() {
  if (!connect()) return false;
  recount_.go_on(now());
  return count_again();
}

std::unique_ptr<SignatureStore> PostgresqlStore::another() const {
  return std::unique_ptr<SignatureStore>(
      new PostgresqlStore(connection_.address(), key_, replicated_, next_connecting_));
}

bool PostgresqlStore::count_again() {
  return try_until_done(probe_patience, [this] {
    Connection::Results found;
    const Outcome outcome = told(connection_.run({count_all}, found));
    if (outcome != Outcome::done) return outcome;
    counts_.clear();
    for (int row = 0; row < found[0].count(); ++row) {
      counts_[found[0].text(row, 0)] = found[0].number(row, 1);
    }
    return outcome;
  });
}

// Whether the tables are what is written to: one signature is, and nothing of it stays.
bool PostgresqlStore::try_a_signature() {
  Entry entry;
  entry.signature.submission_id = new_uuid();
  entry.answers = "{}";
  entry.consents.emplace_back();
  const std::vector<Entry> entries{entry};
  const std::vector<Keys> keys{keys_of(entry, key_)};
  return try_until_done(text_patience, [&] {
    Connection::Results found;
    auto questions = Known::questions(entries, keys);
    questions.push_back({"SELECT * FROM signatures LIMIT 0"});
    const Outcome outcome = told(connection_.run(questions, found));
    if (outcome != Outcome::done) return outcome;
    Known known(found);
    const Batch batch(entries, keys, known);
    return roll_back(connection_.run(batch.statements(replica_, now()), found));
  });
}

}  // namespace petition_box::endpoint::postgresql
