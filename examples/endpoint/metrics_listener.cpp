#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <command/command_line.hpp>
#include <endpoint/as_values.hpp>
#include <endpoint/listening.hpp>
#include <endpoint/metrics_listener.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;
using net::ip::tcp;

constexpr std::size_t most_header_bytes = 8 * 1024;
constexpr std::chrono::seconds time_of_client{2};

// The answer to a request that begins with that line; a scraper sends no more than one.
std::string answer_to(std::string_view request, const MetricsListener::Write& write) {
  const std::string_view line = request.substr(0, request.find("\r\n"));
  const auto asks_for = [line](std::string_view path) {
    const std::string_view rest =
        line.substr(std::min(line.size(), std::string_view("GET ").size()));
    const std::string_view target = rest.substr(0, rest.find_first_of(" ?"));
    return line.starts_with("GET ") && target == path;
  };
  const bool found = asks_for("/metrics");
  const std::string body = found ? write() : "There is GET /metrics.\n";
  std::string answer = found ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 404 Not Found\r\n";
  answer += "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: ";
  answer += std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n";
  return answer + body;
}

}  // namespace

std::optional<tcp::endpoint> read_endpoint(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  std::string host = text.substr(0, colon);
  const bool is_bracketed = host.size() > 1 && host.front() == '[' && host.back() == ']';
  if (is_bracketed) host = host.substr(1, host.size() - 2);
  boost::system::error_code error;
  const auto address = net::ip::make_address(host, error);
  const auto port = read_number(text.substr(colon + 1), 0, UINT16_MAX);
  if (error || !port || address.is_v6() != is_bracketed) return std::nullopt;
  return tcp::endpoint(address, static_cast<std::uint16_t>(*port));
}

MetricsListener::MetricsListener(net::io_context& context, Write write)
    : context_(context), acceptor_(context), write_(std::move(write)) {}

std::string MetricsListener::listen(const tcp::endpoint& at) {
  if (const auto error = begin_to_listen(acceptor_, at)) {
    return "--metrics: cannot listen on " + at.address().to_string() + ", port " +
           std::to_string(at.port()) + ": " + error.message();
  }
  net::co_spawn(context_, serve(), net::detached);
  return {};
}

std::string MetricsListener::url() const {
  const tcp::endpoint at = acceptor_.local_endpoint();
  const std::string host = at.address().to_string();
  return "http://" + (at.address().is_v6() ? "[" + host + "]" : host) + ":" +
         std::to_string(at.port()) + "/metrics";
}

void MetricsListener::close() {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  if (client_) client_->close();
}

net::awaitable<void> MetricsListener::serve() {
  while (acceptor_.is_open()) {
    const auto [error] = co_await acceptor_.async_wait(tcp::acceptor::wait_read, as_values);
    boost::system::error_code refused = error;
    tcp::socket socket(context_);
    if (!refused) acceptor_.accept(socket, refused);
    if (!refused) {
      client_.emplace(std::move(socket));
      co_await answer();
      client_.reset();
    } else if (acceptor_.is_open()) {
      // No descriptor is left, perhaps.
      net::steady_timer later(context_, std::chrono::milliseconds(100));
      co_await later.async_wait(as_values);
    }
  }
}

net::awaitable<void> MetricsListener::answer() {
  std::string request;
  client_->expires_after(time_of_client);
  const auto [unread, size] = co_await net::async_read_until(
      *client_, net::dynamic_buffer(request, most_header_bytes), "\r\n\r\n", as_values);
  if (!unread) {
    const std::string reply = answer_to(request, write_);
    co_await net::async_write(*client_, net::buffer(reply), as_values);
  }
  boost::system::error_code ignored;
  client_->socket().shutdown(tcp::socket::shutdown_both, ignored);
  client_->close();
}

}  // namespace petition_box::endpoint
