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

// The one thread that writes signatures. While a transaction is on its way to the disk others
// gather, and go together in the next one.
class Writer {
 public:
  using Work = std::function<void(SignatureStore&)>;

  static constexpr std::size_t most_in_transaction = 512;
  static constexpr std::size_t most_waiting = 8192;

  Writer(std::unique_ptr<SignatureStore> store, Count& count, Metrics& metrics, Log& log);
  ~Writer() { stop(); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  // These wait on the thread that they are called on while the writer's thread is at it.

  // Until the entry is on disk, or is not to be. It failed, too, where too many wait.
  boost::asio::awaitable<Receipt> keep(Entry entry);

  // Until the work was done between two transactions. False, and nothing is done, where the writer
  // is stopping.
  boost::asio::awaitable<bool> between(Work work);

  // Signatures that wait for the next transaction.
  std::size_t waiting() const;

  // Whether it has been at one transaction for so long that something must be wrong.
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

  void add(Entry entry, Tell<Receipt> kept);
  void add(Work work, Tell<bool> worked);
  void run();
  bool take(Waiting& batch);
  void keep_all(const Waiting& batch);

  std::unique_ptr<SignatureStore> store_;
  Count& count_;
  Metrics& metrics_;
  Log& log_;
  mutable std::mutex mutex_;
  std::condition_variable more_;
  Waiting waiting_;
  bool stopping_ = false;
  bool failing_ = false;                         // the last transaction was not kept
  std::atomic<Clock::time_point> busy_since_{};  // the beginning of time: it is not
  std::thread thread_;
};

}  // namespace petition_box::endpoint
