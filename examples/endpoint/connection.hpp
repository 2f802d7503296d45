#pragma once

#include <chrono>
#include <cstddef>
#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <endpoint/client_address.hpp>
#include <endpoint/metrics.hpp>
#include <endpoint/options.hpp>
#include <endpoint/senders.hpp>
#include <endpoint/site.hpp>
#include <endpoint/waiting.hpp>

namespace petition_box::endpoint {

// How full the server is. Where a connection may not stay, the reply under way is its last.
struct Occupancy {
  bool ending = false;    // somebody has told it to end
  bool stopping = false;  // and it takes no more connections
  std::size_t connections = 0;
  std::size_t most = 0;

  bool may_stay() const { return !ending && connections < most; }
};

// Who sends, and who may.
struct Admission {
  Senders senders;
  Proxies proxies;
  Queue<OfAll> waiting;

  explicit Admission(const Limits& limits) : senders(limits), proxies(limits.proxies) {}
};

// One client: reads its requests one after the other, and answers each.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  // Site: what is served at the time; another may take its place.
  Connection(boost::asio::ip::tcp::socket socket, const std::shared_ptr<const Site>& site,
             const Limits& limits, const Occupancy& occupancy, Admission& admission,
             Metrics& metrics);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;

  // Ends when the connection does.
  boost::asio::awaitable<void> serve();

  // Whether what it waits for is here and only has to be read.
  bool has_arrived() const;

  // Of the same address; null: of a proxy.
  Sender* sender() const { return sender_.get(); }

  // All that it asks is too much: its address has as many connections as it may have.
  void refuse_all() {
    is_excess_ = true;
    metrics_.excess.add();
  }

  // Ends the waiting for a request, unless one has begun.
  void stop_idling();

  // Ends it at once.
  void cut() {
    waiting_.end();
    stream_.close();
  }

 private:
  struct Incoming;

  boost::asio::awaitable<bool> request_arrives();
  boost::asio::awaitable<bool> exchange();
  boost::asio::awaitable<void> read(Incoming& incoming);
  boost::asio::awaitable<bool> write(const Incoming& incoming, Reply reply, bool stays);
  boost::asio::awaitable<void> close();
  bool may_ask(const Incoming& incoming) const;
  void begin_to_wait();

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_{24 * 1024};
  const std::shared_ptr<const Site>& site_;
  const Limits& limits_;
  const Occupancy& occupancy_;
  Admission& admission_;
  Metrics& metrics_;
  boost::asio::ip::address peer_;
  std::shared_ptr<Sender> sender_;  // null: a proxy, or nothing is limited
  bool is_excess_ = false;
  bool is_idle_ = false;
  bool is_writing_ = false;
  Waiting waiting_{*this};
  bool unread_ = false;  // the client may still be sending what is not read any more
};

}  // namespace petition_box::endpoint
