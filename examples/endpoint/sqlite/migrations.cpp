#include <array>
#include <string_view>

#include <endpoint/person.hpp>
#include <endpoint/sqlite/columns.hpp>
#include <endpoint/sqlite/migrations.hpp>
#include <endpoint/sqlite/shape.hpp>

namespace petition_box::endpoint::sqlite {
namespace {

// The files of the folder migrations/, in the order of their names: the first makes version 1.
constexpr std::string_view migrations[] = {
#include <endpoint_sqlite_migrations.inc>
};

constexpr std::int64_t newest_version = std::size(migrations);
constexpr std::int64_t first_with_record = 2;

// Of the file; 0 where it is new, less where it cannot be read.
std::int64_t version_of(Database& database) {
  Query query;
  const bool read = database.prepare(query, "PRAGMA user_version") && query.step();
  return read ? query.number(0) : -1;
}

bool run(Database& database, const std::string& sql) { return database.run(sql.c_str()); }

// Makes the next version, inside a transaction.
bool apply(Database& database, std::int64_t version, std::int64_t now) {
  if (!run(database, std::string(migrations[version - 1]))) return false;
  if (!run(database, "PRAGMA user_version = " + std::to_string(version))) return false;
  if (version < first_with_record) return true;
  return run(database, "INSERT INTO migrations VALUES (" + std::to_string(version) + ", " +
                           std::to_string(now) + ")");
}

std::string apply_in_transaction(Database& database, std::int64_t version, const Shape& expected,
                                 std::int64_t now) {
  std::string wrong;
  if (!database.run("BEGIN IMMEDIATE") || !apply(database, version, now)) {
    wrong = database.error();
  } else {
    wrong = difference(expected, shape_of(database));
    if (wrong.empty() && !database.run("COMMIT")) wrong = database.error();
  }
  if (database.in_transaction()) database.run("ROLLBACK");
  return wrong;
}

}  // namespace

bool define_functions(Database& database, const SecretKey& key) {
  using Texts = std::vector<std::string>;
  const auto keyed = [key](const Texts& of) {
    return Blob{of[1].empty() ? std::string() : key.keyed(of[0], of[1])};
  };
  return database.define("keyed", 2, keyed) &&
         database.define("address_of", 1, [](const Texts& of) { return address_of(of[0]); }) &&
         database.define("name_of", 2,
                         [](const Texts& of) { return endpoint::name_of(of[0], of[1]); }) &&
         database.define("answers_of", 6, answers_of_first);
}

std::string check_version(Database& database) {
  const std::int64_t version = version_of(database);
  if (version < 0) return database.error();
  const Shape found = shape_of(database);
  if (!found.error.empty()) return found.error;
  const bool is_ours = version == 0 ? found.traits.empty() : version <= newest_version;
  if (is_ours) return {};
  return "it holds something else than signatures, or those of a newer version of this program";
}

namespace {

std::string bring_to_newest(Database& database, const SecretKey& key, std::int64_t now) {
  // Beside the file, an empty one goes the same way: it shows what each version has.
  auto opened = Database::open(":memory:");
  if (auto* wrong = std::get_if<std::string>(&opened)) return std::move(*wrong);
  auto& example = *std::get_if<Database>(&opened);
  if (!define_functions(example, key)) return example.error();
  const std::int64_t found = version_of(database);
  for (std::int64_t version = 0; version <= newest_version; ++version) {
    if (version > 0 && !apply(example, version, now)) return example.error();
    if (version < found) continue;
    const Shape expected = shape_of(example);
    std::string wrong = version == found ? difference(expected, shape_of(database))
                                         : apply_in_transaction(database, version, expected, now);
    if (!wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace

std::string migrate(Database& database, const SecretKey& key, std::int64_t now) {
  // A step may change every row, in no order: pages that do not fit would be written many times.
  const bool has_room = database.run("PRAGMA cache_size = -262144");  // in KiB
  std::string wrong = bring_to_newest(database, key, now);
  if (!has_room || !database.run("PRAGMA cache_size = -2000")) return database.error();
  return wrong;
}

}  // namespace petition_box::endpoint::sqlite
