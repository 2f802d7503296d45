#include <endpoint/environment.hpp>
#include <endpoint/open_store.hpp>
#include <endpoint/postgresql/address.hpp>
#include <endpoint/postgresql/postgresql_store.hpp>
#include <endpoint/sqlite/sqlite_store.hpp>

namespace petition_box::endpoint {

std::variant<std::unique_ptr<SignatureStore>, std::string> open_store(const Options& options) {
  if (postgresql::is_address(options.database)) {
    return postgresql::PostgresqlStore::open(options.database, options.key, options.replicated,
                                             now());
  }
  return sqlite::SqliteStore::open(options.database, options.key, now());
}

std::string name_of_database(const Options& options) {
  const bool is_address = postgresql::is_address(options.database);
  return is_address ? postgresql::public_part_of(options.database) : options.database;
}

}  // namespace petition_box::endpoint
