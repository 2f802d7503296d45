#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <endpoint/count.hpp>
#include <endpoint/store.hpp>

namespace petition_box::endpoint {

// The one thread that writes signatures. While a transaction is on its way to the disk others
// gather, and go together in the next one.
class Writer {
 public:
  using Done = std::function<void(Receipt)>;
  using Work = std::function<void(Store&)>;

  static constexpr std::size_t most_in_transaction = 512;
  static constexpr std::size_t most_waiting = 8192;

  Writer(std::unique_ptr<Store> store, Count& count);
  ~Writer() { stop(); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  // Calls `done` on the writer's thread once the entry is on disk, or is not to be. False, and no
  // call, where too many wait.
  bool submit(Entry entry, Done done);

  // Does the work on the writer's thread, between two transactions. False, and nothing is done,
  // where the writer is stopping.
  bool between(Work work);

  // Whether it has been at one transaction for so long that something must be wrong.
  bool is_stuck() const;

  // Writes what waits, takes nothing more, and puts all into the database file itself.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;

  struct Waiting {
    std::vector<Entry> entries;
    std::vector<Done> done;
    std::vector<Work> work;
    bool is_empty() const { return entries.empty() && work.empty(); }
  };

  void run();
  bool take(Waiting& batch);
  void keep(const Waiting& batch);

  std::unique_ptr<Store> store_;
  Count& count_;
  std::mutex mutex_;
  std::condition_variable more_;
  Waiting waiting_;
  bool stopping_ = false;
  bool failing_ = false;                         // the last transaction was not kept
  std::atomic<Clock::time_point> busy_since_{};  // the beginning of time: it is not
  std::thread thread_;
};

}  // namespace petition_box::endpoint
