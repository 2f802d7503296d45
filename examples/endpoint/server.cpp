#include <algorithm>
#include <exception>
#include <functional>
#include <list>
#include <optional>
#include <utility>

#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <endpoint/as_values.hpp>
#include <endpoint/connection.hpp>
#include <endpoint/listening.hpp>
#include <endpoint/metrics_listener.hpp>
#include <endpoint/server.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::chrono::milliseconds pause{100};
// For a client, before others may have its place.
constexpr std::chrono::milliseconds least_wait{250};
// In which what has been cut ends.
constexpr std::chrono::milliseconds grace{500};

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

struct Listener {
  tcp::acceptor acceptor;
  net::steady_timer room;  // on which whoever has come waits; cancelled when a connection ends

  explicit Listener(net::io_context& context) : acceptor(context), room(context) {}
};

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
  std::list<Listener> listeners;
  std::list<Connection> connections;
  Occupancy occupancy;
  Admission admission;
  Metrics& metrics;
  std::optional<MetricsListener> metrics_listener;
  bool is_over = false;      // and nothing is waited for
  bool is_given_up = false;  // something waits for what does not come
  std::function<void()> told_to_end = [] {};
  std::function<void()> told_of_error = [] {};
  net::steady_timer tick{context};
  net::signal_set signals{context, SIGINT, SIGTERM};
  net::signal_set hangups{context, SIGHUP};
  net::steady_timer deadline{context};

  State(std::shared_ptr<const Site> first, const Limits& all_limits, Metrics& counted)
      : site(std::move(first)), limits(all_limits), admission(limits), metrics(counted) {
    occupancy.most = connections_allowed(limits.most_connections);
    // Where there are few, a quarter would not do for one browser with some tabs.
    constexpr std::size_t few = 32;
    if (limits.connections_of_address > 0) {
      limits.connections_of_address =
          std::min(limits.connections_of_address, std::max(few, occupancy.most / 4));
    }
    net::co_spawn(context, end_at_signals(), net::detached);
  }

  error_code add(const tcp::endpoint& at) {
    const error_code error = begin_to_listen(listeners.emplace_back(context).acceptor, at);
    if (error) listeners.pop_back();
    return error;
  }

  // The port, on both loopback addresses where there are two.
  error_code add_loopback(std::uint16_t port) {
    const error_code error = add({net::ip::address_v4::loopback(), port});
    if (error) return error;
    const std::uint16_t taken = listeners.front().acceptor.local_endpoint().port();
    const error_code second = add({net::ip::address_v6::loopback(), taken});
    if (second == net::error::address_in_use) {
      listeners.clear();
      return second;
    }
    return {};
  }

  net::awaitable<void> accept(Listener& at) {
    while (!occupancy.stopping) {
      auto [error] = co_await at.acceptor.async_wait(tcp::acceptor::wait_read, as_values);
      if (!error && occupancy.connections >= occupancy.most) {
        make_room(admission.waiting);
        at.room.expires_after(pause);
        co_await at.room.async_wait(as_values);
      }
      if (!error) error = take_waiting(at.acceptor);
      if (error && !occupancy.stopping) {
        // No descriptor is left, perhaps: others end meanwhile.
        net::steady_timer later(context, pause);
        co_await later.async_wait(as_values);
      }
    }
  }

  // All that have connected, as far as there is room: between two looks all others have their turn,
  // which is long where many have much to ask.
  error_code take_waiting(tcp::acceptor& acceptor) {
    error_code error;
    while (!error && !occupancy.stopping && occupancy.connections < occupancy.most) {
      tcp::socket socket(context);
      acceptor.accept(socket, error);
      if (!error) start(std::move(socket));
    }
    return error == net::error::would_block ? error_code() : error;
  }

  // Whoever has kept us waiting for longest goes. False: nobody has for long enough.
  template <class Line>
  bool make_room(Queue<Line>& queue) {
    const auto latest = Waiting::Clock::now() - least_wait;
    for (const Waiting& waiting : queue) {
      if (waiting.since() > latest) return false;
      Connection& connection = waiting.connection();
      if (connection.has_arrived()) continue;
      connection.cut();
      metrics.cut.add();
      return true;
    }
    return false;
  }

  void start(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    connections.emplace_front(std::move(socket), site, limits, occupancy, admission, metrics);
    ++occupancy.connections;
    metrics.connections.add();
    const auto connection = connections.begin();
    Sender* const sender = connection->sender();
    const std::size_t most = limits.connections_of_address;
    if (sender != nullptr && most > 0 && sender->connections > most &&
        !make_room(sender->waiting)) {
      connection->refuse_all();
    }
    net::co_spawn(context, connection->serve(),
                  [this, connection](const std::exception_ptr& thrown) {
                    if (thrown) told_of_error();
                    connections.erase(connection);
                    --occupancy.connections;
                    tell_of_room();
                    if (occupancy.stopping) end_if_empty();
                  });
  }

  void tell_of_room() {
    for (Listener& each : listeners) each.room.cancel();
  }

  // Nothing is waited for any more once all has ended, or the waiting would never end.
  net::awaitable<void> end_at_signals() {
    do {
      const auto [error, signal] = co_await signals.async_wait(as_values);
      if (error) co_return;
      if (occupancy.stopping) co_return co_await give_up();
      const bool is_first = !std::exchange(occupancy.ending, true);
      if (is_first) told_to_end();
      if (is_first && limits.drain.count() > 0) {
        net::co_spawn(context, stop_once_drained(), net::detached);
      } else {
        stop();
      }
    } while (!occupancy.stopping || !connections.empty());
  }

  net::awaitable<void> repeat(std::chrono::seconds pause_between, std::function<void()> done) {
    while (!is_over) {
      tick.expires_after(pause_between);
      co_await tick.async_wait(as_values);
      done();
    }
  }

  // A signal more ends the waiting.
  net::awaitable<void> stop_once_drained() {
    deadline.expires_after(limits.drain);
    const auto [error] = co_await deadline.async_wait(as_values);
    if (!error) stop();
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
    if (!error) co_await give_up();
  }

  // What waits for the database may wait for longer than anybody has promised.
  net::awaitable<void> give_up() {
    cut();
    deadline.expires_after(grace);
    const auto [error] = co_await deadline.async_wait(as_values);
    if (error) co_return;
    is_given_up = true;
    context.stop();
  }

  void stop() {
    occupancy.stopping = true;
    for (Listener& each : listeners) take_last(each.acceptor);
    tell_of_room();
    for (Connection& connection : connections) connection.stop_idling();
    net::co_spawn(context, cut_at_deadline(), net::detached);
    end_if_empty();
  }

  // Those that have connected before the end may have sent their requests already.
  void take_last(tcp::acceptor& acceptor) {
    error_code error;
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
    is_over = true;
    tick.cancel();
    if (metrics_listener) metrics_listener->close();
  }
};

Server::Server(std::shared_ptr<const Site> site, const Limits& limits, Metrics& metrics)
    : state_(std::make_unique<State>(std::move(site), limits, metrics)) {}

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

std::string Server::listen_for_metrics(const std::string& address,
                                       std::function<std::string()> write, std::string& url) {
  auto& listener = state_->metrics_listener.emplace(state_->context, std::move(write));
  std::string wrong = listener.listen(*read_endpoint(address));
  if (wrong.empty()) url = listener.url();
  return wrong;
}

const Occupancy& Server::occupancy() const { return state_->occupancy; }

void Server::use(std::shared_ptr<const Site> site) { state_->site = std::move(site); }

const std::shared_ptr<const Site>& Server::site() const { return state_->site; }

void Server::on_end(std::function<void()> done) { state_->told_to_end = std::move(done); }

void Server::on_error(std::function<void()> done) { state_->told_of_error = std::move(done); }

void Server::repeat(std::chrono::seconds pause_between, std::function<void()> done) {
  net::co_spawn(state_->context, state_->repeat(pause_between, std::move(done)), net::detached);
}

void Server::on_hangup(std::function<void()> done) {
  net::co_spawn(state_->context, state_->watch_hangups(std::move(done)), net::detached);
}

void Server::begin(net::awaitable<void> work) {
  net::co_spawn(state_->context, std::move(work), net::detached);
}

std::string Server::url() const {
  const tcp::endpoint at = state_->listeners.front().acceptor.local_endpoint();
  const net::ip::address& address = at.address();
  std::string host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
  if (address.is_loopback() || address.is_unspecified()) host = "localhost";
  return "http://" + host + ":" + std::to_string(at.port()) + "/";
}

bool Server::run() {
  State& state = *state_;
  for (Listener& each : state.listeners) {
    net::co_spawn(state.context, state.accept(each), net::detached);
  }
  state.context.run();
  return !state.is_given_up;
}

}  // namespace petition_box::endpoint
