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
    : store_(std::move(store)), count_(count), metrics_(metrics), log_(log) {
  count_.set(store_->counts());
  thread_ = std::thread([this] { run(); });
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
    if (!batch.entries.empty()) keep_all(batch);
    for (std::size_t i = 0; i < batch.work.size(); ++i) {
      batch.work[i](*store_);
      batch.worked[i](true);
    }
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
    rest(batch.kept, waiting_.kept);
  }
  return !batch.is_empty() || !stopping_;
}

void Writer::keep_all(const Waiting& batch) {
  const auto began = Clock::now();
  const std::vector<Receipt> receipts = store_->keep(batch.entries);
  const Metrics::Duration took = Clock::now() - began;
  metrics_.batches.add(batch.entries.size());
  metrics_.transactions.add(static_cast<std::uint64_t>(took.count()));
  count_.set(store_->counts());
  const bool was_failing = std::exchange(failing_, receipts.front() == Receipt::failed);
  if (failing_) metrics_.store_errors.add();
  if (failing_ && !was_failing) {
    log_.tell({Level::error, "store-failing", "Signatures cannot be written: " + store_->error()});
  } else if (was_failing && !failing_) {
    log_.tell({Level::warning, "store-recovered", "Signatures are written again."});
  }
  for (std::size_t i = 0; i < receipts.size(); ++i) batch.kept[i](receipts[i]);
}

}  // namespace petition_box::endpoint
