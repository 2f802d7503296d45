#pragma once

#include <functional>
#include <memory>
#include <thread>

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
  ~Renewal() { finish(); }
  Renewal(const Renewal&) = delete;
  Renewal& operator=(const Renewal&) = delete;
  Renewal(Renewal&&) = delete;
  Renewal& operator=(Renewal&&) = delete;

  // Begins to. Where it is at it, it begins again after that.
  void begin();

  // Waits until nothing of it is going on beside the server's thread and the writer's.
  void finish();

 private:
  using Sites = std::shared_ptr<const Site>;

  void read(const Sites& former);
  void keep(const std::shared_ptr<Material>& material, Store& store);
  void end(Sites renewed);

  Server& server_;
  const Lasting& lasting_;
  const Platform& words_;
  std::thread reader_;
  bool reading_ = false;
  bool again_ = false;
};

}  // namespace petition_box::endpoint
