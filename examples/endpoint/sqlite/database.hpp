#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <endpoint/blob.hpp>

struct sqlite3;
struct sqlite3_stmt;

namespace petition_box::endpoint::sqlite {

// One statement of SQL, prepared once and run many times. A text or blob that is bound must stay
// until the statement has run. One that could not be prepared fails whenever it is run.
class Query {
 public:
  explicit Query(sqlite3_stmt* statement = nullptr) : statement_(statement) {}

  bool is_prepared() const { return statement_ != nullptr; }

  // Gives the next parameter, from the first on after each run, its value.
  Query& bind(std::string_view text);
  Query& bind(const Blob& blob);
  Query& bind(std::int64_t number);

  // Whether there is a row; false also after an error, which reset() then tells.
  bool step();

  // Makes the statement ready to be run again; false: the last run ended in an error.
  bool reset();

  // Steps through all rows and resets; false: an error.
  bool run();

  // Of the row; columns are counted from 0.
  std::string text(int column) const;
  Blob blob(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

// A connection to an SQLite file, for one thread at a time.
class Database {
 public:
  // A function for SQL, from texts to a value.
  using Function = std::function<std::variant<std::string, Blob>(const std::vector<std::string>&)>;

  // Opens the file, or makes it. Otherwise says why it cannot be opened.
  static std::variant<Database, std::string> open(const std::string& path);

  // Runs statements without results; false: an error.
  bool run(const char* sql);

  // Whether the query was prepared: what it names may be missing from the file.
  bool prepare(Query& query, const char* sql);

  bool define(const char* name, int arguments, Function function);

  // How long a statement waits for another connection that holds the file.
  void wait_for_others(int ms);

  // The rows changed by the last INSERT, UPDATE or DELETE.
  int changes() const;

  // What went wrong in the last call, in SQLite's words.
  std::string error() const;

  bool in_transaction() const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  explicit Database(sqlite3* connection) : connection_(connection) {}

  std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace petition_box::endpoint::sqlite
