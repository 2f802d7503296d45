#include <sqlite3.h>

#include <endpoint/sqlite/database.hpp>

namespace petition_box::endpoint::sqlite {
namespace {

std::string bytes_of(const void* bytes, int size) {
  const auto* const begin = static_cast<const char*>(bytes);
  return begin == nullptr ? std::string() : std::string(begin, static_cast<std::size_t>(size));
}

void call_function(sqlite3_context* context, int count, sqlite3_value** values) {
  std::vector<std::string> arguments;
  for (int i = 0; i < count; ++i) {
    const unsigned char* const text = sqlite3_value_text(values[i]);
    arguments.push_back(bytes_of(text, sqlite3_value_bytes(values[i])));
  }
  const auto& function = *static_cast<Database::Function*>(sqlite3_user_data(context));
  const auto result = function(arguments);
  if (const auto* blob = std::get_if<Blob>(&result)) {
    sqlite3_result_blob64(context, blob->bytes.data(), blob->bytes.size(), SQLITE_TRANSIENT);
  } else {
    const auto& text = *std::get_if<std::string>(&result);
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

void delete_function(void* function) { delete static_cast<Database::Function*>(function); }

}  // namespace

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Query& Query::bind(std::string_view text) {
  // A null pointer would bind NULL.
  const char* const bytes = text.data() == nullptr ? "" : text.data();
  sqlite3_bind_text64(statement_.get(), ++bound_, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Query& Query::bind(const Blob& blob) {
  sqlite3_bind_blob64(statement_.get(), ++bound_, blob.bytes.data(), blob.bytes.size(),
                      SQLITE_STATIC);
  return *this;
}

Query& Query::bind(std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), ++bound_, number);
  return *this;
}

bool Query::step() { return sqlite3_step(statement_.get()) == SQLITE_ROW; }

bool Query::reset() {
  bound_ = 0;
  // For a statement that is none, SQLite itself would say that all is well.
  return is_prepared() && sqlite3_reset(statement_.get()) == SQLITE_OK;
}

bool Query::run() {
  while (step()) {
  }
  return reset();
}

std::string Query::text(int column) const {
  const unsigned char* const bytes = sqlite3_column_text(statement_.get(), column);
  return bytes_of(bytes, sqlite3_column_bytes(statement_.get(), column));
}

Blob Query::blob(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_.get(), column);
  return {bytes_of(bytes, sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Query::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

std::variant<Database, std::string> Database::open(const std::string& path) {
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  sqlite3* connection = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  Database database(connection);
  if (status == SQLITE_OK) return database;
  return connection == nullptr ? std::string("out of memory") : database.error();
}

bool Database::run(const char* sql) {
  return sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool Database::prepare(Query& query, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v3(connection_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  query = Query(statement);
  return query.is_prepared();
}

bool Database::define(const char* name, int arguments, Function function) {
  return sqlite3_create_function_v2(connection_.get(), name, arguments,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                    new Function(std::move(function)), call_function, nullptr,
                                    nullptr, delete_function) == SQLITE_OK;
}

void Database::wait_for_others(int ms) { sqlite3_busy_timeout(connection_.get(), ms); }

int Database::changes() const { return sqlite3_changes(connection_.get()); }

std::string Database::error() const { return sqlite3_errmsg(connection_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

}  // namespace petition_box::endpoint::sqlite
