#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <endpoint/connection.hpp>
#include <endpoint/metrics.hpp>
#include <endpoint/options.hpp>
#include <endpoint/site.hpp>

namespace petition_box::endpoint {

// Listens, serves connections, and ends at SIGINT or SIGTERM: at once, or after a time in which it
// takes all that comes, for others to learn that it ends. All of it on the thread that runs it.
class Server {
 public:
  Server(std::shared_ptr<const Site> site, const Limits& limits, Metrics& metrics);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  Server(Server&&) = delete;
  Server& operator=(Server&&) = delete;

  // Takes the port, 0 meaning any free one, on the address, or on both loopback addresses where it
  // is empty. An empty text, or what is wrong, in one line.
  std::string listen(const std::string& address, std::uint16_t port);

  // Answers GET /metrics at "ADDRESS:PORT" with what is written, on the thread that runs it, until
  // the end; url: where that is. An empty text, or what is wrong, in one line.
  std::string listen_for_metrics(const std::string& address, std::function<std::string()> write,
                                 std::string& url);

  // On the thread that runs it.
  const Occupancy& occupancy() const;

  // "http://localhost:8080/"
  std::string url() const;

  // What is served to requests that begin from here on, on the thread that runs it; those in flight
  // end with what they began with.
  void use(std::shared_ptr<const Site> site);
  const std::shared_ptr<const Site>& site() const;

  // What is to be done once it is told to end, before it does anything for that.
  void on_end(std::function<void()> done);

  // What is to be done where answering ends in an error of this program.
  void on_error(std::function<void()> done);

  // What is to be done again and again, and once more at the end. One thing only.
  void repeat(std::chrono::seconds pause_between, std::function<void()> done);

  // What is to be done at each SIGHUP.
  void on_hangup(std::function<void()> done);

  // Begins work on the thread that runs this, which serves until the work has ended.
  void begin(boost::asio::awaitable<void> work);

  // Serves until a signal comes, then until what is in flight has its answer or its time is over.
  // False: then something still waits for the writer, and the process has to end as it is.
  bool run();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace petition_box::endpoint
