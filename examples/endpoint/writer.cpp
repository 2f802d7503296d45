#include <iostream>
#include <utility>

#include <endpoint/writer.hpp>

namespace petition_box::endpoint {

Writer::Writer(Store store, Count& count) : store_(std::move(store)), count_(count) {
  for (const auto& [petition, number] : store_.counts()) count_.set(petition, number);
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

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  more_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Writer::run() {
  while (true) {
    const Waiting batch = take();
    if (batch.entries.empty()) break;
    keep(batch);
  }
  store_.checkpoint();
}

// Waits for entries; none where there is none and none will come.
Writer::Waiting Writer::take() {
  std::unique_lock lock(mutex_);
  more_.wait(lock, [this] { return stopping_ || !waiting_.entries.empty(); });
  Waiting batch = std::exchange(waiting_, {});
  if (batch.entries.size() > most_in_transaction) {
    const auto rest = [](auto& from, auto& to) {
      const auto middle = from.begin() + most_in_transaction;
      to.assign(std::make_move_iterator(middle), std::make_move_iterator(from.end()));
      from.erase(middle, from.end());
    };
    rest(batch.entries, waiting_.entries);
    rest(batch.done, waiting_.done);
  }
  return batch;
}

void Writer::keep(const Waiting& batch) {
  const std::vector<Receipt> receipts = store_.keep(batch.entries);
  for (const auto& [petition, number] : store_.counts()) count_.set(petition, number);
  const bool was_failing = std::exchange(failing_, receipts.front().kind == Receipt::Kind::failed);
  if (failing_ && !was_failing) {
    std::cerr << "Signatures cannot be written: " << store_.error() << std::endl;
  } else if (was_failing && !failing_) {
    std::cerr << "Signatures are written again." << std::endl;
  }
  for (std::size_t i = 0; i < receipts.size(); ++i) batch.done[i](receipts[i]);
}

}  // namespace petition_box::endpoint
