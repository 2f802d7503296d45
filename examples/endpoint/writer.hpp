#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <endpoint/count.hpp>
#include <endpoint/store.hpp>

namespace petition_box::endpoint {

// The one thread that writes signatures. While a transaction is on its way to the disk others
// gather, and go together in the next one.
class Writer {
 public:
  using Done = std::function<void(const Receipt&)>;

  static constexpr std::size_t most_in_transaction = 512;
  static constexpr std::size_t most_waiting = 8192;

  Writer(Store store, Count& count);
  ~Writer() { stop(); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  // Calls `done` on the writer's thread once the entry is on disk, or is not to be. False, and no
  // call, where too many wait.
  bool submit(Entry entry, Done done);

  // Writes what waits, takes nothing more, and puts all into the database file itself.
  void stop();

 private:
  struct Waiting {
    std::vector<Entry> entries;
    std::vector<Done> done;
  };

  void run();
  Waiting take();
  void keep(const Waiting& batch);

  Store store_;
  Count& count_;
  std::mutex mutex_;
  std::condition_variable more_;
  Waiting waiting_;
  bool stopping_ = false;
  bool failing_ = false;  // the last transaction was not kept
  std::thread thread_;
};

}  // namespace petition_box::endpoint
