#include <iostream>
#include <iterator>
#include <utility>

#include <endpoint/writer.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::chrono::seconds between_looks{1};
constexpr std::chrono::seconds longest_transaction{1};

}  // namespace

Writer::Writer(std::unique_ptr<Store> store, Count& count)
    : store_(std::move(store)), count_(count) {
  count_.set(store_->counts());
  thread_ = std::thread([this] { run(); });
}

bool Writer::submit(Entry entry, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.entries.size() >= most_waiting) return false;
    waiting_.entries.push_back(std::move(entry));
    waiting_.done.push_back(std::move(done));
  }
  more_.notify_one();
  return true;
}

bool Writer::between(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    waiting_.work.push_back(std::move(work));
  }
  more_.notify_one();
  return true;
}

bool Writer::is_stuck() const {
  const Clock::time_point since = busy_since_;
  return since != Clock::time_point{} && Clock::now() - since > longest_transaction;
}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  more_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Writer::run() {
  Waiting batch;
  while (take(batch)) {
    busy_since_ = Clock::now();
    if (!batch.entries.empty()) keep(batch);
    for (const Work& work : batch.work) work(*store_);
    store_->look();
    count_.set(store_->counts());
    busy_since_ = Clock::time_point{};
  }
  store_->finish();
}

// Waits for entries and work, or until it is time to look at the file; false where nothing is left
// to do and nothing will come.
bool Writer::take(Waiting& batch) {
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, between_looks, [this] { return stopping_ || !waiting_.is_empty(); });
  batch = std::exchange(waiting_, {});
  if (batch.entries.size() > most_in_transaction) {
    const auto rest = [](auto& from, auto& to) {
      const auto middle = from.begin() + most_in_transaction;
      to.assign(std::make_move_iterator(middle), std::make_move_iterator(from.end()));
      from.erase(middle, from.end());
    };
    rest(batch.entries, waiting_.entries);
    rest(batch.done, waiting_.done);
  }
  return !batch.is_empty() || !stopping_;
}

void Writer::keep(const Waiting& batch) {
  const std::vector<Receipt> receipts = store_->keep(batch.entries);
  count_.set(store_->counts());
  const bool was_failing = std::exchange(failing_, receipts.front() == Receipt::failed);
  if (failing_ && !was_failing) {
    std::cerr << "Signatures cannot be written: " << store_->error() << std::endl;
  } else if (was_failing && !failing_) {
    std::cerr << "Signatures are written again." << std::endl;
  }
  for (std::size_t i = 0; i < receipts.size(); ++i) batch.done[i](receipts[i]);
}

}  // namespace petition_box::endpoint
