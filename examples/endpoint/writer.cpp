#include <algorithm>
#include <iterator>
#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <endpoint/writer.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;

constexpr std::chrono::seconds between_looks{1};
constexpr std::chrono::seconds longest_transaction{1};

// Begins what another thread goes on with, and waits here for the result that it tells: once, by
// the function that `begin` is given.
template <class Result, class Begin>
net::awaitable<Result> told(Begin begin) {
  const auto executor = co_await net::this_coro::executor;
  const auto start = [&begin, executor](auto handler) {
    // The function that is handed out is copied, the handler cannot be.
    const auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    begin([executor, shared](Result result) {
      net::post(executor, [shared, result] { std::move (*shared)(result); });
    });
  };
  co_return co_await net::async_initiate<decltype(net::use_awaitable), void(Result)>(
      start, net::use_awaitable);
}

}  // namespace

Writer::Writer(std::unique_ptr<SignatureStore> store, Count& count, Metrics& metrics, Log& log)
    : count_(count), metrics_(metrics), log_(log) {
  count_.set(store->counts());
  hands_.push_back({std::move(store)});
  while (hands_.size() < most_threads) {
    auto another = hands_.front().store->another();
    if (!another) break;
    hands_.push_back({std::move(another)});
  }
  for (Hand& hand : hands_) hand.thread = std::thread([this, &hand] { run(hand); });
}

net::awaitable<Receipt> Writer::keep(Entry entry) {
  co_return co_await told<Receipt>(
      [this, &entry](Tell<Receipt> kept) { add(std::move(entry), std::move(kept)); });
}

net::awaitable<bool> Writer::between(Work work) {
  co_return co_await told<bool>(
      [this, &work](Tell<bool> worked) { add(std::move(work), std::move(worked)); });
}

void Writer::add(Entry entry, Tell<Receipt> kept) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.entries.size() >= most_waiting) return kept(Receipt::failed);
    waiting_.entries.push_back(std::move(entry));
    waiting_.kept.push_back(std::move(kept));
  }
  more_.notify_one();
}

void Writer::add(Work work, Tell<bool> worked) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return worked(false);
    waiting_.work.push_back(std::move(work));
    waiting_.worked.push_back(std::move(worked));
  }
  more_.notify_one();
}

std::size_t Writer::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.entries.size();
}

bool Writer::is_stuck() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(hands_.begin(), hands_.end(), [](const Hand& hand) {
    return hand.is_busy() && Clock::now() - hand.busy_since > longest_transaction;
  });
}

bool Writer::are_all_idle() const {
  return std::none_of(hands_.begin(), hands_.end(),
                      [](const Hand& hand) { return hand.is_busy(); });
}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  more_.notify_all();
  for (Hand& hand : hands_) {
    if (hand.thread.joinable()) hand.thread.join();
  }
}

void Writer::run(Hand& hand) {
  Waiting batch;
  while (take(hand, batch)) {
    if (!batch.entries.empty()) keep_all(hand, batch);
    for (std::size_t i = 0; i < batch.work.size(); ++i) {
      batch.work[i](*hand.store);
      batch.worked[i](true);
    }
    put_down(hand);
    if (&hand != &hands_.front() || Clock::now() < next_look_) continue;
    look(hand);
    next_look_ = Clock::now() + between_looks;
  }
  hand.store->finish();
}

// Waits for entries and work, or until it is time to look at the database; false where nothing is
// left to do and nothing will come.
bool Writer::take(Hand& hand, Waiting& batch) {
  batch = {};
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, between_looks,
                 [this] { return !looking_ && (stopping_ || !waiting_.is_empty()); });
  if (looking_) return true;
  batch = std::exchange(waiting_, {});
  if (batch.entries.size() > most_in_transaction) {
    const auto rest = [](auto& from, auto& to) {
      const auto middle = from.begin() + most_in_transaction;
      to.assign(std::make_move_iterator(middle), std::make_move_iterator(from.end()));
      from.erase(middle, from.end());
    };
    rest(batch.entries, waiting_.entries);
    rest(batch.kept, waiting_.kept);
    more_.notify_one();
  }
  if (!batch.is_empty()) hand.busy_since = Clock::now();
  return !batch.is_empty() || !stopping_;
}

void Writer::keep_all(Hand& hand, const Waiting& batch) {
  const auto began = Clock::now();
  const Kept kept = hand.store->keep(batch.entries);
  count_.add(kept.gains);
  note(kept, Clock::now() - began, hand.store->error());
  if (kept.receipts.front() != Receipt::failed && is_uncertain_) look(hand);
  for (std::size_t i = 0; i < kept.receipts.size(); ++i) batch.kept[i](kept.receipts[i]);
}

void Writer::note(const Kept& kept, Clock::duration took, const std::string& error) {
  if (!kept.is_certain) is_uncertain_ = true;
  const std::lock_guard lock(mutex_);
  metrics_.batches.add(kept.receipts.size());
  metrics_.transactions.add(static_cast<std::uint64_t>(Metrics::Duration(took).count()));
  const bool was_failing = std::exchange(failing_, kept.receipts.front() == Receipt::failed);
  if (failing_) metrics_.store_errors.add();
  if (failing_ && !was_failing) {
    log_.tell({Level::error, "store-failing", "Signatures cannot be written: " + error});
  } else if (was_failing && !failing_) {
    log_.tell({Level::warning, "store-recovered", "Signatures are written again."});
  }
}

// While nothing is on its way to the disk: it might be in the numbers already, or not yet.
void Writer::look(Hand& hand) {
  put_down(hand);
  {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return !looking_; });
    looking_ = true;
    idle_.wait(lock, [this] { return are_all_idle(); });
    hand.busy_since = Clock::now();
  }
  if (hand.store->look()) {
    count_.set(hand.store->counts());
    is_uncertain_ = false;
  }
  {
    const std::lock_guard lock(mutex_);
    looking_ = false;
  }
  put_down(hand);
  more_.notify_all();
}

void Writer::put_down(Hand& hand) {
  const std::lock_guard lock(mutex_);
  hand.busy_since = {};
  idle_.notify_all();
}

}  // namespace petition_box::endpoint
