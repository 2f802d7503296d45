#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <endpoint/postgresql/connection.hpp>

namespace petition_box::endpoint::postgresql {

// Counts the people themselves, and puts the tallies right where somebody else has changed who is
// counted: an operator who withdraws or erases. Erases what belonged to a submission that was
// erased. It takes the longer the more have signed, so it has
// a connection of its own on which nobody waits, one of all replicas does it at a time, and at most
// a tenth of the time goes into it.
class Recount {
 public:
  explicit Recount(std::string address)
      : connection_(std::move(address), std::chrono::milliseconds(0)) {}

  // Begins, looks, or ends. Now: ms since 1970.
  void go_on(std::int64_t now);

 private:
  using Clock = std::chrono::steady_clock;

  bool claim(std::int64_t now);
  void plan_next(std::int64_t now);

  Connection connection_;
  bool under_way_ = false;
  Clock::time_point began_{};
  Clock::time_point next_{};
};

}  // namespace petition_box::endpoint::postgresql
