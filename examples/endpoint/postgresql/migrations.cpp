#include <chrono>
#include <iterator>
#include <string_view>

#include <endpoint/postgresql/migrations.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

// The files of the folder migrations/, in the order of their names: the first makes version 1.
constexpr std::string_view migrations[] = {
#include <endpoint_postgresql_migrations.inc>
};

constexpr std::int64_t newest_version = std::size(migrations);
constexpr std::chrono::minutes longest_migration{60};

constexpr const char* make_record = R"sql(
CREATE TABLE IF NOT EXISTS migrations (
  version INTEGER NOT NULL PRIMARY KEY,
  applied_at BIGINT NOT NULL
))sql";

// Whoever writes the version first makes it: for the others the row is there once it is made.
std::string apply(Connection& connection, std::int64_t version, std::int64_t now) {
  Connection::Results claimed;
  const Statement claim{
      "INSERT INTO migrations (version, applied_at) VALUES ($1::integer, $2::bigint) "
      "ON CONFLICT DO NOTHING",
      {std::to_string(version), std::to_string(now)}};
  Outcome outcome = connection.run({{"BEGIN"}, claim}, claimed);
  if (outcome == Outcome::done && claimed[1].changed() == 1) {
    outcome = connection.run_script(std::string(migrations[version - 1]));
  }
  std::string wrong = connection.error();
  if (outcome == Outcome::done) outcome = connection.run({"COMMIT"});
  if (outcome == Outcome::done) return {};
  if (wrong.empty()) wrong = connection.error();
  connection.run({"ROLLBACK"});
  return wrong;
}

}  // namespace

std::string migrate(Connection& connection, std::int64_t now) {
  connection.give(longest_migration);
  // Two that make it at one moment may be told that it is there.
  for (int attempt = 0; connection.run({make_record}) != Outcome::done; ++attempt) {
    if (attempt == 3) return connection.error();
  }
  Connection::Results found;
  const Statement newest{"SELECT coalesce(max(version), 0) FROM migrations"};
  if (connection.run(newest, found) != Outcome::done) return connection.error();
  const std::int64_t version = found[0].number(0, 0);
  if (version > newest_version) return "it is of a newer version of this program";
  for (std::int64_t next = version + 1; next <= newest_version; ++next) {
    if (std::string wrong = apply(connection, next, now); !wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace petition_box::endpoint::postgresql
