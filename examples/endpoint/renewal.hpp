#pragma once

#include <memory>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <endpoint/server.hpp>
#include <endpoint/site.hpp>
#include <language/platform.hpp>

namespace petition_box::endpoint {

// Reads all that is served anew, while the former is served on, and puts it in its place. What
// cannot be read is told on the standard error output, and stays as it was. For the server's
// thread.
class Renewal {
 public:
  // All of them must outlive it. Words: a platform for any thread.
  Renewal(Server& server, const Lasting& lasting, const Platform& words)
      : server_(server), lasting_(lasting), words_(words) {}
  ~Renewal() = default;
  Renewal(const Renewal&) = delete;
  Renewal& operator=(const Renewal&) = delete;
  Renewal(Renewal&&) = delete;
  Renewal& operator=(Renewal&&) = delete;

  // Begins to. Where it is at it, it begins again after that.
  void begin();

 private:
  using Awaited = boost::asio::awaitable<std::shared_ptr<const Site>>;

  boost::asio::awaitable<void> renew();
  boost::asio::awaitable<Material> read();
  Awaited site_of(Material material);

  Server& server_;
  const Lasting& lasting_;
  const Platform& words_;
  boost::asio::thread_pool reader_{1};
  bool under_way_ = false;
  bool again_ = false;
};

}  // namespace petition_box::endpoint
