#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include <poll.h>

#include <libpq-fe.h>

#include <endpoint/postgresql/connection.hpp>

namespace petition_box::endpoint::postgresql {
namespace {

std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c != '\n' && c != '\t') {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string field_of(const PGresult* result, int field) {
  const char* const text = PQresultErrorField(result, field);
  return text == nullptr ? std::string() : std::string(text);
}

// https://www.postgresql.org/docs/15/errcodes-appendix.html
bool is_in_the_way(std::string_view code) { return code == "40001" || code == "40P01"; }

// A server that ends, begins, or has become one that only reads.
bool is_no_server(std::string_view code) {
  return code.starts_with("08") || code.starts_with("57P") || code == "25006";
}

bool is_good(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace

void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }

int Rows::count() const { return PQntuples(result_.get()); }

std::int64_t Rows::changed() const {
  const std::string_view text = PQcmdTuples(result_.get());
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string Rows::text(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

Blob Rows::blob(int row, int column) const {
  const std::string hexadecimal = text(row, column);  // "\x0a1b"
  Blob blob;
  for (std::size_t i = 2; i + 2 <= hexadecimal.size(); i += 2) {
    unsigned char byte = 0;
    std::from_chars(&hexadecimal[i], &hexadecimal[i] + 2, byte, 16);
    blob.bytes += static_cast<char>(byte);
  }
  return blob;
}

std::int64_t Rows::number(int row, int column) const {
  const std::string digits = text(row, column);
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

void Connection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

bool Connection::open() {
  // What stands before the address holds unless the address says otherwise, what stands after it in
  // any case.
  constexpr std::array<const char*, 7> names{"connect_timeout",
                                             "target_session_attrs",
                                             "tcp_user_timeout",
                                             "application_name",
                                             "dbname",
                                             "client_encoding",
                                             nullptr};
  const std::array<const char*, 7> values{
      "2", "read-write", "10000", "petition-endpoint", address_.c_str(), "UTF8", nullptr};
  prepared_.clear();
  connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    error_ = in_one_line(PQerrorMessage(connection_.get()));
    close();
    return false;
  }
  PQsetNoticeReceiver(connection_.get(), note, this);
  PQsetnonblocking(connection_.get(), 1);
  PQenterPipelineMode(connection_.get());
  give(std::chrono::seconds(5));
  // A replica that hangs in the middle of a transaction must not hold up the others. What is told
  // to be committed is on the disk, whatever the server does unless asked.
  Results found;
  const Outcome outcome = run(
      {{"SHOW synchronous_commit"},
       {"SELECT set_config('statement_timeout', $1, false)", {std::to_string(longest_.count())}},
       {"SELECT set_config('idle_in_transaction_session_timeout', '10000', false)"}},
      found);
  const bool is_safe = outcome == Outcome::done && found[0].text(0, 0) != "off";
  if (!is_safe && outcome == Outcome::done) {
    return run({"SELECT set_config('synchronous_commit', 'on', false)"}) == Outcome::done;
  }
  return is_safe;
}

void Connection::note(void* connection, const pg_result* notice) {
  if (field_of(notice, PG_DIAG_SEVERITY_NONLOCALIZED) != "WARNING") return;
  static_cast<Connection*>(connection)->warning_ = field_of(notice, PG_DIAG_MESSAGE_PRIMARY);
}

bool Connection::send(const Statement& statement) {
  std::vector<const char*> values;
  values.reserve(statement.parameters.size());
  for (const std::string& parameter : statement.parameters) values.push_back(parameter.c_str());
  const auto count = static_cast<int>(values.size());
  const auto prepared = prepared_.find(statement.sql);
  const int sent = prepared == prepared_.end()
                       ? PQsendQueryParams(connection_.get(), statement.sql.c_str(), count, nullptr,
                                           values.data(), nullptr, nullptr, 0)
                       : PQsendQueryPrepared(connection_.get(), prepared->second.c_str(), count,
                                             values.data(), nullptr, nullptr, 0);
  return sent == 1;
}

bool Connection::end_of_sending() {
  return PQpipelineSync(connection_.get()) == 1 && PQflush(connection_.get()) >= 0;
}

Outcome Connection::prepare(const std::vector<std::string>& statements) {
  if (!is_open()) return lose();
  std::map<std::string, std::string> names;
  for (const std::string& sql : statements) {
    const auto named = names.emplace(sql, "prepared_" + std::to_string(names.size())).first;
    if (PQsendPrepare(connection_.get(), named->second.c_str(), sql.c_str(), 0, nullptr) != 1) {
      return lose();
    }
  }
  Results unread;
  const Outcome outcome = end_of_sending() ? collect(unread) : lose();
  if (outcome == Outcome::done) prepared_ = std::move(names);
  return outcome;
}

bool Connection::begin(const std::vector<Statement>& statements) {
  warning_.clear();
  error_.clear();
  if (!is_open()) {
    lose();
    return false;
  }
  const bool sent = std::all_of(statements.begin(), statements.end(),
                                [this](const Statement& statement) { return send(statement); });
  if (sent && end_of_sending()) return true;
  lose();
  return false;
}

Outcome Connection::run(const std::vector<Statement>& statements, Results& results) {
  return begin(statements) ? collect(results) : Outcome::lost;
}

Outcome Connection::run(const Statement& statement, Results& results) {
  return run(std::vector<Statement>{statement}, results);
}

Outcome Connection::run(Statement statement) {
  Results unread;
  return run(std::vector<Statement>{std::move(statement)}, unread);
}

Outcome Connection::run_script(const std::string& sql) {
  error_.clear();
  if (!is_open() || PQexitPipelineMode(connection_.get()) != 1) return lose();
  Outcome outcome = Outcome::done;
  if (PQsendQuery(connection_.get(), sql.c_str()) != 1) return lose();
  while (wait()) {
    const Rows result(PQgetResult(connection_.get()));
    const pg_result* const raw = result.get();
    if (raw == nullptr) return PQenterPipelineMode(connection_.get()) == 1 ? outcome : lose();
    if (!is_good(raw)) outcome = outcome_of(raw);
  }
  return lose();
}

std::optional<Outcome> Connection::ended(Results& results, Milliseconds time) {
  if (!is_open()) return Outcome::lost;
  if (PQisBusy(connection_.get()) == 1 && !wait_for_more(time)) return lose();
  if (PQisBusy(connection_.get()) == 1) return std::nullopt;
  give(std::chrono::seconds(1));
  return collect(results);
}

// Sends what is unsent and reads what comes. False: there is no connection any more.
bool Connection::wait_for_more(Milliseconds time) {
  const int unsent = PQflush(connection_.get());
  if (unsent < 0) return false;
  pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
  if (unsent == 1) socket.events |= POLLOUT;
  poll(&socket, 1, static_cast<int>(time.count()));
  return PQconsumeInput(connection_.get()) == 1;
}

// Until a result can be read without waiting. False: it will not come.
bool Connection::wait() {
  constexpr Milliseconds longest_sleep{60'000};
  if (PQflush(connection_.get()) < 0) return false;
  while (PQisBusy(connection_.get()) == 1) {
    const auto left = std::chrono::ceil<Milliseconds>(until_ - Clock::now());
    if (left.count() <= 0) {
      error_ = "the database does not answer";
      return false;
    }
    if (!wait_for_more(std::min(left, longest_sleep))) return false;
  }
  return true;
}

// The results of all that was sent, each of which ends with a null pointer, and of the end of it.
Outcome Connection::collect(Results& results) {
  results.clear();
  error_.clear();
  Outcome outcome = Outcome::done;
  while (wait()) {
    Rows result(PQgetResult(connection_.get()));
    const pg_result* const raw = result.get();
    if (raw == nullptr) {
      // Where there is no connection any more nothing else would come, for ever.
      if (PQstatus(connection_.get()) != CONNECTION_OK) return lose();
      continue;
    }
    const ExecStatusType status = PQresultStatus(raw);
    if (status == PGRES_PIPELINE_SYNC) return outcome == Outcome::lost ? lose() : outcome;
    if (is_good(raw)) {
      results.push_back(std::move(result));
    } else if (status != PGRES_PIPELINE_ABORTED) {
      outcome = outcome_of(raw);
    }
  }
  return lose();
}

Outcome Connection::outcome_of(const pg_result* result) {
  const std::string code = field_of(result, PG_DIAG_SQLSTATE);
  error_ = in_one_line(field_of(result, PG_DIAG_MESSAGE_PRIMARY));
  // Such a message quotes what was wrong in a value, which may be a signer's.
  if (code.starts_with("22")) error_ = "a value was not taken (SQLSTATE " + code + ")";
  if (error_.empty()) error_ = in_one_line(PQresultErrorMessage(result));
  if (code.empty() || is_no_server(code)) return Outcome::lost;
  return is_in_the_way(code) ? Outcome::again : Outcome::refused;
}

Outcome Connection::lose() {
  if (error_.empty() && is_open()) error_ = in_one_line(PQerrorMessage(connection_.get()));
  if (error_.empty()) error_ = "there is no connection to the database";
  close();
  return Outcome::lost;
}

}  // namespace petition_box::endpoint::postgresql
