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

#include <boost/asio/awaitable.hpp>

#include <endpoint/count.hpp>
#include <endpoint/log.hpp>
#include <endpoint/metrics.hpp>
#include <endpoint/signature_store.hpp>

namespace petition_box::endpoint {

// The threads that write signatures, each through a store of its own: as many as the database
// takes, so that one goes on while another waits for the disk. While transactions are on their way
// to it others gather, and go together in the next one.
class Writer {
 public:
  using Work = std::function<void(SignatureStore&)>;

  static constexpr std::size_t most_threads = 2;
  static constexpr std::size_t most_in_transaction = 512;
  static constexpr std::size_t most_waiting = 8192;

  Writer(std::unique_ptr<SignatureStore> store, Count& count, Metrics& metrics, Log& log);
  ~Writer() { stop(); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  // These wait on the thread that they are called on while one of the writer's is at it.

  // Until the entry is on disk, or is not to be. It failed, too, where too many wait.
  boost::asio::awaitable<Receipt> keep(Entry entry);

  // Until the work was done between two transactions. False, and nothing is done, where the writer
  // is stopping.
  boost::asio::awaitable<bool> between(Work work);

  // Signatures that wait for the next transaction.
  std::size_t waiting() const;

  // Whether a thread has been at one transaction for so long that something must be wrong.
  bool is_stuck() const;

  // Writes what waits, takes nothing more, and puts all into the database file itself.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;

  template <class Result>
  using Tell = std::function<void(Result)>;  // whoever waits, of any thread

  struct Waiting {
    std::vector<Entry> entries;
    std::vector<Tell<Receipt>> kept;
    std::vector<Work> work;
    std::vector<Tell<bool>> worked;
    bool is_empty() const { return entries.empty() && work.empty(); }
  };

  // A thread, with what it writes through.
  struct Hand {
    std::unique_ptr<SignatureStore> store;
    std::thread thread{};
    Clock::time_point busy_since{};  // the beginning of time: it is not
    bool is_busy() const { return busy_since != Clock::time_point{}; }
  };

  void add(Entry entry, Tell<Receipt> kept);
  void add(Work work, Tell<bool> worked);
  void run(Hand& hand);
  bool take(Hand& hand, Waiting& batch);
  void keep_all(Hand& hand, const Waiting& batch);
  void note(const Kept& kept, Clock::duration took, const std::string& error);
  void look(Hand& hand);
  void put_down(Hand& hand);
  bool are_all_idle() const;

  Count& count_;
  Metrics& metrics_;
  Log& log_;
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::condition_variable idle_;
  Waiting waiting_;
  bool stopping_ = false;
  bool failing_ = false;  // the last transaction was not kept
  bool looking_ = false;  // nobody begins anything
  // The number may have changed otherwise than is known here: it is looked at before anybody is
  // told that a signature was kept.
  std::atomic<bool> is_uncertain_{false};
  Clock::time_point next_look_{};
  std::vector<Hand> hands_;  // the first looks, from time to time
};

}  // namespace petition_box::endpoint
