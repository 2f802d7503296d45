#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <endpoint/blob.hpp>

struct pg_conn;
struct pg_result;

namespace petition_box::endpoint::postgresql {

// One statement of SQL, with its parameters $1, $2, ... as texts.
struct Statement {
  std::string sql;
  std::vector<std::string> parameters{};
};

// What a statement gave.
class Rows {
 public:
  explicit Rows(pg_result* result) : result_(result) {}

  const pg_result* get() const { return result_.get(); }

  int count() const;
  std::int64_t changed() const;  // the rows that were written

  // Of a row, both counted from 0.
  std::string text(int row, int column) const;
  Blob blob(int row, int column) const;
  std::int64_t number(int row, int column) const;

 private:
  struct Clear {
    void operator()(pg_result* result) const;
  };
  std::unique_ptr<pg_result, Clear> result_;
};

// How statements ended that were sent together.
enum class Outcome : std::uint8_t {
  done,
  again,    // another transaction was in the way: the same may succeed now
  lost,     // there is no connection, or none to a server that can write; what became of it is open
  refused,  // the server cannot do it
};

// A connection to a server of PostgreSQL by libpq, for one thread at a time. It is made and lost
// and made again.
class Connection {
 public:
  using Results = std::vector<Rows>;
  using Milliseconds = std::chrono::milliseconds;

  // Address: as libpq has it (postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING), with
  // several hosts perhaps. Unless it says otherwise a host is given two seconds to answer, and must
  // take what is written. Longest: for a statement, by the server's clock; 0: for ever.
  Connection(std::string address, Milliseconds longest)
      : address_(std::move(address)), longest_(longest) {}
  ~Connection() = default;
  // The library knows where it is.
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;

  const std::string& address() const { return address_; }

  bool is_open() const { return connection_ != nullptr; }

  // Connects to the first of the hosts that can write. False: to none.
  bool open();
  void close() { connection_.reset(); }

  // Has the server work out once, for as long as the connection is there, how these are done: for
  // what can be done in one way only, whatever comes to be in the tables.
  Outcome prepare(const std::vector<std::string>& statements);

  // From now on no answer is waited for longer than until then; the connection is lost then.
  void give(Milliseconds time) { until_ = Clock::now() + time; }

  // Sends the statements together, in one transaction unless they begin one, and waits for what
  // they give, which replaces the results.
  Outcome run(const std::vector<Statement>& statements, Results& results);
  Outcome run(const Statement& statement, Results& results);
  Outcome run(Statement statement);

  // Runs statements without parameters, separated by semicolons.
  Outcome run_script(const std::string& sql);

  // The same in two steps, between which nobody waits. Nothing: it has not ended in that time.
  bool begin(const std::vector<Statement>& statements);
  std::optional<Outcome> ended(Results& results, Milliseconds time);

  // What the server warned of in the last run; empty: of nothing. A COMMIT may be told to be done
  // and warned of: other machines, that must have it too, have not said so.
  const std::string& warning() const { return warning_; }

  // What went wrong last, in one line, without what was typed by anybody.
  const std::string& error() const { return error_; }

 private:
  using Clock = std::chrono::steady_clock;

  struct Finish {
    void operator()(pg_conn* connection) const;
  };

  static void note(void* connection, const pg_result* notice);
  bool send(const Statement& statement);
  bool end_of_sending();
  bool wait();
  bool wait_for_more(Milliseconds time);
  Outcome collect(Results& results);
  Outcome outcome_of(const pg_result* result);
  Outcome lose();

  std::string address_;
  Milliseconds longest_;
  std::unique_ptr<pg_conn, Finish> connection_;
  Clock::time_point until_ = Clock::time_point::max();
  std::map<std::string, std::string> prepared_;  // the names of statements by their SQL
  std::string warning_;
  std::string error_;
};

}  // namespace petition_box::endpoint::postgresql
