#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>

#include <endpoint/route.hpp>

namespace petition_box::endpoint {

// Added to by one thread, read by any: no lock, and no addition that others have to wait for.
class Counter {
 public:
  void add(std::uint64_t by = 1) { value_.store(value() + by, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

// How many values lie between bounds, which ascend: each belongs to the first bound that is not
// less, or to none. One thread adds.
template <std::size_t Size>
class Histogram {
 public:
  using Bounds = std::array<std::uint64_t, Size>;

  explicit Histogram(const Bounds& bounds) : bounds_(bounds) {}

  void add(std::uint64_t value) {
    std::size_t at = 0;
    while (at < Size && value > bounds_[at]) ++at;
    counters_[at].add();
    sum_.add(value);
  }

  const Bounds& bounds() const { return bounds_; }
  // Of the bound of that number; behind the last, of what lies above it.
  std::uint64_t count(std::size_t at) const { return counters_[at].value(); }
  std::uint64_t sum() const { return sum_.value(); }

 private:
  const Bounds& bounds_;
  std::array<Counter, Size + 1> counters_{};
  Counter sum_;
};

// In nanoseconds: from half a millisecond to ten seconds.
constexpr std::array<std::uint64_t, 12> duration_bounds{
    500'000,     1'000'000,   2'500'000,   5'000'000,     10'000'000,    25'000'000,
    100'000'000, 250'000'000, 500'000'000, 1'000'000'000, 2'500'000'000, 10'000'000'000};
constexpr std::array<std::uint64_t, 9> batch_bounds{1, 2, 5, 10, 25, 50, 100, 250, 512};

using Durations = Histogram<duration_bounds.size()>;

// Of answers at one route. For the server's thread.
struct AnswersOfRoute {
  std::map<unsigned, std::uint64_t> by_status;
  Durations durations{duration_bounds};  // from the end of a request to its answer
};

// What took long since the last report.
struct Slow {
  std::uint64_t requests = 0;
  std::chrono::nanoseconds longest{0};
  Route route = Route::none;  // of that
};

// What the program has done since its start. Nothing of it is about anybody.
class Metrics {
 public:
  using Duration = std::chrono::nanoseconds;

  static constexpr std::chrono::seconds slow_from{1};

  // For the server's thread.
  void count(Route route, unsigned status) { ++answers_[index_of(route)].by_status[status]; }
  void time(Route route, Duration duration) {
    answers_[index_of(route)].durations.add(static_cast<std::uint64_t>(duration.count()));
    if (duration >= slow_from) note_slow(route, duration);
  }
  const AnswersOfRoute& answers(Route route) const { return answers_[index_of(route)]; }
  Slow& slow() { return slow_; }

  Counter connections;  // that were taken
  Counter excess;       // of those, as many as their address had too many
  Counter cut;          // whose place another took
  Counter abandoned;    // requests that their client, or its time, broke off

  // For the writer, one of its threads at a time.
  Histogram<batch_bounds.size()> batches{batch_bounds};  // signatures in a transaction
  Durations transactions{duration_bounds};
  Counter store_errors;  // transactions that were not kept

  const std::int64_t started_at = std::chrono::duration_cast<std::chrono::milliseconds>(
                                      std::chrono::system_clock::now().time_since_epoch())
                                      .count();  // ms since 1970, UTC

 private:
  static std::size_t index_of(Route route) { return static_cast<std::size_t>(route); }

  void note_slow(Route route, Duration duration) {
    ++slow_.requests;
    if (duration <= slow_.longest) return;
    slow_.longest = duration;
    slow_.route = route;
  }

  std::array<AnswersOfRoute, routes.size()> answers_{};
  Slow slow_;
};

}  // namespace petition_box::endpoint
