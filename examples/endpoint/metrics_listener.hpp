#pragma once

#include <functional>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace petition_box::endpoint {

// "127.0.0.1:9100" or "[::1]:9100"; nothing: it is none.
std::optional<boost::asio::ip::tcp::endpoint> read_endpoint(const std::string& text);

// Answers GET /metrics at an address of its own, which no visitor reaches. One client after the
// other, each of which has two seconds.
class MetricsListener {
 public:
  using Write = std::function<std::string()>;

  // Write: gives the text, on the thread of the context.
  MetricsListener(boost::asio::io_context& context, Write write);

  // Takes the address, and serves from when the context runs. An empty text, or what is wrong.
  std::string listen(const boost::asio::ip::tcp::endpoint& at);

  // "http://127.0.0.1:9100/metrics"
  std::string url() const;

  // Ends it at once.
  void close();

 private:
  boost::asio::awaitable<void> serve();
  boost::asio::awaitable<void> answer();

  boost::asio::io_context& context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::optional<boost::beast::tcp_stream> client_;
  Write write_;
};

}  // namespace petition_box::endpoint
