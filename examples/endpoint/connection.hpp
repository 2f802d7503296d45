#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <endpoint/options.hpp>
#include <endpoint/site.hpp>

namespace petition_box::endpoint {

// How full the server is. Where a connection may not stay, the reply under way is its last.
struct Occupancy {
  bool stopping = false;
  std::size_t connections = 0;
  std::size_t most = 0;

  bool may_stay() const { return !stopping && connections < most; }
};

// One client: reads its requests one after the other, and answers each.
class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  // Site: what is served at the time; another may take its place.
  Connection(boost::asio::ip::tcp::socket socket, const std::shared_ptr<const Site>& site,
             const Limits& limits, const Occupancy& occupancy)
      : stream_(std::move(socket)), site_(site), limits_(limits), occupancy_(occupancy) {}

  // Ends when the connection does.
  boost::asio::awaitable<void> serve();

  // Since when it waits for a request; nothing while it is in one.
  std::optional<Clock::time_point> idle_since() const { return idle_since_; }

  // Ends the waiting, unless a request has arrived.
  void stop_waiting();

  // Ends it at once.
  void cut() { stream_.close(); }

 private:
  struct Incoming;

  boost::asio::awaitable<bool> request_arrives();
  boost::asio::awaitable<bool> exchange();
  boost::asio::awaitable<void> read(Incoming& incoming);
  boost::asio::awaitable<bool> write(const Incoming& incoming, Reply reply, bool stays);
  boost::asio::awaitable<void> close();

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_{24 * 1024};
  const std::shared_ptr<const Site>& site_;
  const Limits& limits_;
  const Occupancy& occupancy_;
  std::optional<Clock::time_point> idle_since_;
  bool unread_ = false;  // the client may still be sending what is not read any more
};

}  // namespace petition_box::endpoint
