#include <algorithm>
#include <exception>
#include <functional>
#include <iostream>
#include <list>
#include <utility>

#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <endpoint/as_values.hpp>
#include <endpoint/connection.hpp>
#include <endpoint/server.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::chrono::milliseconds pause{100};
constexpr std::chrono::seconds least_wait{1};  // for a request, before others may have the place

// Allows the process a descriptor for each connection and some more, as far as it may; what it got.
std::size_t connections_allowed(std::size_t wanted) {
  constexpr rlim_t others = 64;
  rlimit descriptors{};
  if (getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return wanted;
  descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, wanted + others);
  setrlimit(RLIMIT_NOFILE, &descriptors);
  const rlim_t most = descriptors.rlim_cur > others ? descriptors.rlim_cur - others : 1;
  return std::min<std::size_t>(wanted, most);
}

// A listening socket; an error where there is none.
error_code open(tcp::acceptor& acceptor, const tcp::endpoint& at) {
  error_code error;
  acceptor.open(at.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(at, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  return error;
}

std::string describe(const tcp::endpoint& at, const error_code& error) {
  const std::string port = std::to_string(at.port());
  if (error == net::error::address_in_use) {
    return "port " + port + " is in use by another program; choose another by --port N";
  }
  return "cannot listen on " + at.address().to_string() + ", port " + port + ": " + error.message();
}

}  // namespace

struct Server::State {
  std::shared_ptr<const Site> site;
  Limits limits;
  net::io_context context{1};
  std::list<tcp::acceptor> acceptors;
  std::list<Connection> connections;
  Occupancy occupancy;
  net::signal_set signals{context, SIGINT, SIGTERM};
  net::signal_set hangups{context, SIGHUP};
  net::steady_timer deadline{context};
  net::steady_timer room{context};  // cancelled when a connection ends

  State(std::shared_ptr<const Site> first, const Limits& all_limits)
      : site(std::move(first)), limits(all_limits) {
    occupancy.most = connections_allowed(limits.most_connections);
    net::co_spawn(context, end_at_signals(), net::detached);
  }

  error_code add(const tcp::endpoint& at) {
    const error_code error = open(acceptors.emplace_back(context), at);
    if (error) acceptors.pop_back();
    return error;
  }

  // The port, on both loopback addresses where there are two.
  error_code add_loopback(std::uint16_t port) {
    const error_code error = add({net::ip::address_v4::loopback(), port});
    if (error) return error;
    const std::uint16_t taken = acceptors.front().local_endpoint().port();
    const error_code second = add({net::ip::address_v6::loopback(), taken});
    if (second == net::error::address_in_use) {
      acceptors.clear();
      return second;
    }
    return {};
  }

  net::awaitable<void> accept(tcp::acceptor& acceptor) {
    while (!occupancy.stopping) {
      if (occupancy.connections >= occupancy.most) {
        make_room();
        room.expires_after(pause);
        co_await room.async_wait(as_values);
        continue;
      }
      auto [error, socket] = co_await acceptor.async_accept(as_values);
      if (!error) {
        start(std::move(socket));
      } else if (!occupancy.stopping) {
        // No descriptor is left, perhaps: others end meanwhile.
        net::steady_timer later(context, pause);
        co_await later.async_wait(as_values);
      }
    }
  }

  // Whoever has waited for longest with nothing to ask goes.
  void make_room() {
    const auto waits_longer = [](const Connection& a, const Connection& b) {
      return a.idle_since() && (!b.idle_since() || *a.idle_since() < *b.idle_since());
    };
    const auto longest = std::min_element(connections.begin(), connections.end(), waits_longer);
    const auto since = longest->idle_since();
    if (since && Connection::Clock::now() - *since >= least_wait) longest->stop_waiting();
  }

  void start(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    connections.emplace_front(std::move(socket), site, limits, occupancy);
    ++occupancy.connections;
    const auto connection = connections.begin();
    net::co_spawn(context, connection->serve(),
                  [this, connection](const std::exception_ptr& thrown) {
                    if (thrown)
                      std::cerr << "A connection ended in an error of this program." << std::endl;
                    connections.erase(connection);
                    --occupancy.connections;
                    room.cancel();
                    if (occupancy.stopping) end_if_empty();
                  });
  }

  // Nothing is waited for any more once all has ended, or the waiting would never end.
  net::awaitable<void> end_at_signals() {
    do {
      const auto [error, signal] = co_await signals.async_wait(as_values);
      if (error) co_return;
      occupancy.stopping ? cut() : stop();
    } while (!connections.empty());
  }

  net::awaitable<void> watch_hangups(std::function<void()> done) {
    while (true) {
      const auto [error, signal] = co_await hangups.async_wait(as_values);
      if (error || occupancy.stopping) co_return;
      done();
    }
  }

  net::awaitable<void> cut_at_deadline() {
    if (connections.empty()) co_return;
    deadline.expires_after(limits.stop);
    const auto [error] = co_await deadline.async_wait(as_values);
    if (!error) cut();
  }

  void stop() {
    occupancy.stopping = true;
    for (tcp::acceptor& acceptor : acceptors) take_last(acceptor);
    room.cancel();
    for (Connection& connection : connections) connection.stop_waiting();
    net::co_spawn(context, cut_at_deadline(), net::detached);
    end_if_empty();
  }

  // Those that have connected before the end may have sent their requests already.
  void take_last(tcp::acceptor& acceptor) {
    error_code error;
    acceptor.non_blocking(true, error);
    while (!error) {
      tcp::socket socket(context);
      acceptor.accept(socket, error);
      if (!error) start(std::move(socket));
    }
    acceptor.close(error);
  }

  void cut() {
    for (Connection& connection : connections) connection.cut();
  }

  void end_if_empty() {
    if (!connections.empty()) return;
    signals.cancel();
    hangups.cancel();
    deadline.cancel();
  }
};

Server::Server(std::shared_ptr<const Site> site, const Limits& limits)
    : state_(std::make_unique<State>(std::move(site), limits)) {}

Server::~Server() = default;

std::string Server::listen(const std::string& address, std::uint16_t port) {
  if (!address.empty()) {
    error_code error;
    const tcp::endpoint at(net::ip::make_address(address, error), port);
    if (error) return "--address: expected an IP address, found \"" + address + "\"";
    error = state_->add(at);
    return error ? describe(at, error) : "";
  }
  // A free port may be free on one of the addresses only.
  error_code error;
  for (int attempt = 0; attempt < (port == 0 ? 10 : 1); ++attempt) {
    error = state_->add_loopback(port);
    if (!error) return {};
  }
  return describe({net::ip::address_v4::loopback(), port}, error);
}

void Server::use(std::shared_ptr<const Site> site) { state_->site = std::move(site); }

const std::shared_ptr<const Site>& Server::site() const { return state_->site; }

void Server::on_hangup(std::function<void()> done) {
  net::co_spawn(state_->context, state_->watch_hangups(std::move(done)), net::detached);
}

void Server::begin(net::awaitable<void> work) {
  net::co_spawn(state_->context, std::move(work), net::detached);
}

std::string Server::url() const {
  const tcp::endpoint at = state_->acceptors.front().local_endpoint();
  const net::ip::address& address = at.address();
  std::string host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
  if (address.is_loopback() || address.is_unspecified()) host = "localhost";
  return "http://" + host + ":" + std::to_string(at.port()) + "/";
}

void Server::run() {
  State& state = *state_;
  for (tcp::acceptor& acceptor : state.acceptors) {
    net::co_spawn(state.context, state.accept(acceptor), net::detached);
  }
  state.context.run();
}

}  // namespace petition_box::endpoint
