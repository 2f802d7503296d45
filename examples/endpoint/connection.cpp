#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>

#include <endpoint/as_values.hpp>
#include <endpoint/connection.hpp>
#include <endpoint/request_header.hpp>
#include <endpoint/submission.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr std::uint32_t most_header_bytes = 8 * 1024;
constexpr std::size_t most_read_ahead = 4 * 1024;
// The beginning of a longer body is read all the same: it tells which field is too long.
constexpr std::size_t most_announced_bytes = std::size_t{256} * 1024;
constexpr std::chrono::seconds linger{2};

// "Mon, 23 Nov 2026 12:00:00 GMT" (RFC 9110 #http.date)
std::string date() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> written{};
  const std::size_t size =
      std::strftime(written.data(), written.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {written.data(), size};
}

bool has_no_length(unsigned status) { return status == 204 || status == 304; }

// All of an answer that stands before its body (RFC 9112 #name-message-format). Version: 10 or 11.
std::string head_of(const Reply& reply, unsigned version, bool stays) {
  std::string head = version < 11 ? "HTTP/1.0 " : "HTTP/1.1 ";
  const auto reason = http::obsolete_reason(http::int_to_status(reply.status));
  head += std::to_string(reply.status) + ' ' + std::string(reason.data(), reason.size()) + "\r\n";
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  add("Date", date());
  for (const Header& field : reply.headers) add(field.name, field.value);
  if (!has_no_length(reply.status)) {
    add("Content-Length", std::to_string(reply.body ? reply.body->size() : 0));
  }
  if (stays && version < 11) add("Connection", "keep-alive");
  if (!stays && version >= 11) add("Connection", "close");
  return head += "\r\n";
}

}  // namespace

// A request as it comes in.
struct Connection::Incoming {
  const std::shared_ptr<const Site> site;  // which answers it
  http::request_parser<http::string_body> parser;
  Request request;
  std::optional<Reply> refusal;  // of what is no request, or one that need not go on
  bool gone = false;             // the client, or its time

  explicit Incoming(std::shared_ptr<const Site> current) : site(std::move(current)) {
    parser.header_limit(most_header_bytes);
    parser.body_limit(most_announced_bytes);
  }

  void refuse(const Problem& problem) { refusal = site->routes().refuse(problem, request); }

  void fail(const beast::error_code& error) {
    const auto problem = problem_of(error);
    gone = !problem;
    if (problem) refuse(*problem);
  }
};

Connection::Connection(net::ip::tcp::socket socket, const std::shared_ptr<const Site>& site,
                       const Limits& limits, const Occupancy& occupancy, Admission& admission,
                       Metrics& metrics)
    : stream_(std::move(socket)),
      site_(site),
      limits_(limits),
      occupancy_(occupancy),
      admission_(admission),
      metrics_(metrics) {
  beast::error_code ignored;
  peer_ = stream_.socket().remote_endpoint(ignored).address();
  if (!admission_.proxies.have(peer_)) sender_ = admission_.senders.of(peer_);
  if (sender_) ++sender_->connections;
}

Connection::~Connection() {
  if (sender_) --sender_->connections;
}

net::awaitable<void> Connection::serve() {
  bool open = true;
  while (open) {
    open = co_await request_arrives();
    if (open) {
      open = co_await exchange();
    }
  }
  co_await close();
}

void Connection::stop_idling() {
  if (is_idle_) stream_.cancel();
}

bool Connection::has_arrived() const {
  beast::error_code ignored;
  return !is_writing_ && stream_.socket().available(ignored) > 0;
}

// Of a proxy itself, which says of nobody that it asks for them, anything goes.
bool Connection::may_ask(const Incoming& incoming) const {
  if (is_excess_) return false;
  if (sender_) return admission_.senders.may_ask(*sender_);
  const std::string list = list_in(incoming.parser.get(), limits_.client_header);
  if (list.empty()) return true;
  const auto client = client_in(list, peer_, admission_.proxies);
  if (admission_.proxies.have(client)) return true;
  const auto sender = admission_.senders.of(client);
  return !sender || admission_.senders.may_ask(*sender);
}

void Connection::begin_to_wait() {
  waiting_.begin(admission_.waiting, sender_ ? &sender_->waiting : nullptr);
}

net::awaitable<bool> Connection::request_arrives() {
  if (buffer_.size() > 0) co_return true;
  if (!occupancy_.stopping) {
    is_idle_ = true;
    begin_to_wait();
    stream_.expires_after(limits_.idle);
    const auto [error, size] =
        co_await stream_.async_read_some(buffer_.prepare(most_read_ahead), as_values);
    is_idle_ = false;
    waiting_.end();
    buffer_.commit(size);
    if (!error) co_return true;
  }
  beast::error_code ignored;
  co_return occupancy_.stopping&& stream_.socket().available(ignored) > 0;
}

// One request and its answer; whether the connection stays.
net::awaitable<bool> Connection::exchange() {
  Incoming incoming(site_);
  begin_to_wait();
  co_await read(incoming);
  waiting_.end();
  if (incoming.gone) {
    metrics_.abandoned.add();
    co_return false;
  }
  if (incoming.refusal) {
    metrics_.count(incoming.refusal->route, incoming.refusal->status);
    unread_ = true;
    co_await write(incoming, std::move(*incoming.refusal), false);
    co_return false;
  }
  const auto read_at = Clock::now();
  Reply reply = co_await incoming.site->routes().answer(incoming.request);
  metrics_.count(reply.route, reply.status);
  metrics_.time(reply.route, Clock::now() - read_at);
  unread_ = incoming.request.is_cut;
  const bool stays = incoming.parser.keep_alive() && occupancy_.may_stay() && !unread_;
  const bool written = co_await write(incoming, std::move(reply), stays);
  co_return stays&& written;
}

net::awaitable<void> Connection::read(Incoming& incoming) {
  auto& parser = incoming.parser;
  stream_.expires_after(limits_.header);
  const auto [header_error, header_size] =
      co_await http::async_read_header(stream_, buffer_, parser, as_values);
  incoming.request = request_of(parser.get());
  if (header_error) co_return incoming.fail(header_error);
  if (const auto problem = problem_of(parser.get())) incoming.refuse(*problem);
  if (!incoming.refusal && !may_ask(incoming)) {
    incoming.refuse({429, "Too many requests come from this address. Send it again later.", {}, 5});
  }
  if (incoming.refusal || parser.is_done()) co_return;

  stream_.expires_after(limits_.body);
  if (expects_to_go_on(parser.get())) {
    incoming.refusal = incoming.site->routes().refusal(incoming.request);
    if (parser.content_length().value_or(0) > most_body_bytes)
      incoming.fail(http::error::body_limit);
    if (incoming.refusal) co_return;
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await net::async_write(stream_, net::buffer(go_on), as_values);
  }
  std::string& body = parser.get().body();
  while (!parser.is_done() && body.size() <= most_body_bytes) {
    const auto [error, size] = co_await http::async_read_some(stream_, buffer_, parser, as_values);
    if (error) co_return incoming.fail(error);
  }
  incoming.request.is_cut = body.size() > most_body_bytes;
  incoming.request.body = std::move(body);
}

net::awaitable<bool> Connection::write(const Incoming& incoming, Reply reply, bool stays) {
  const auto& header = incoming.parser.get();
  const bool has_body = reply.body && header.method() != http::verb::head;
  const std::string head = head_of(reply, header.version(), stays);
  const std::array<net::const_buffer, 2> pieces{
      net::buffer(head), has_body ? net::buffer(*reply.body) : net::const_buffer()};
  stream_.expires_after(limits_.reply);
  is_writing_ = true;
  begin_to_wait();
  const auto [error, size] = co_await net::async_write(stream_, pieces, as_values);
  is_writing_ = false;
  waiting_.end();
  co_return !error;
}

// Where the client is still sending, closing at once would reset the connection, and with it our
// answer.
net::awaitable<void> Connection::close() {
  beast::error_code ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  if (unread_) stream_.expires_after(linger);
  while (unread_) {
    std::array<char, most_read_ahead> read{};
    const auto [error, size] = co_await stream_.async_read_some(net::buffer(read), as_values);
    unread_ = !error;
  }
  stream_.close();
}

}  // namespace petition_box::endpoint
