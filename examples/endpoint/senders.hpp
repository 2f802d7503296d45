#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include <boost/asio/ip/address.hpp>

#include <endpoint/options.hpp>
#include <endpoint/waiting.hpp>

namespace petition_box::endpoint {

// What one address has of the server.
struct Sender {
  using Clock = std::chrono::steady_clock;

  std::size_t connections = 0;
  Queue<OfSender> waiting;  // of these
  double requests = 0;      // that it may still make at once
  Clock::time_point at{};
};

// Counts what each address sends. No address is kept: only a hash of it, under a key that is
// nowhere else and another each day. For one thread.
class Senders {
 public:
  explicit Senders(const Limits& limits) : limits_(limits) { take_key(); }

  // That of the address; null where nothing is limited.
  std::shared_ptr<Sender> of(const boost::asio::ip::address& address);

  // Takes a request of it. False: it has made too many.
  bool may_ask(Sender& sender) const;

 private:
  using Key = std::array<std::uint64_t, 2>;

  void take_key();
  void forget();

  const Limits& limits_;
  Key key_{};
  Sender::Clock::time_point key_until_{};
  std::unordered_map<std::uint64_t, std::shared_ptr<Sender>> senders_;
};

}  // namespace petition_box::endpoint
