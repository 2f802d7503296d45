#include <utility>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <endpoint/as_values.hpp>
#include <endpoint/health.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;

constexpr const char* stuck = "a transaction does not end: something else holds the database";
constexpr const char* stopping = "the endpoint is stopping";

Reply reply_with(const std::string& wrong, const std::vector<std::string>& unserved) {
  const char* const served = unserved.empty() ? "ok" : "incomplete";
  nlohmann::ordered_json body{{"status", wrong.empty() ? served : "failing"}};
  if (!wrong.empty()) body["reason"] = wrong;
  if (!unserved.empty()) body["unserved"] = unserved;
  return reply(wrong.empty() ? 200 : 503, "application/json",
               body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
      .set("Cache-Control", "no-store");
}

}  // namespace

// Of the store, for all who ask meanwhile.
struct Health::Trial {
  net::steady_timer over;  // cancelled when it is
  std::string wrong = stopping;

  explicit Trial(const net::any_io_executor& executor)
      : over(executor, net::steady_timer::time_point::max()) {}
};

net::awaitable<Reply> Health::answer(const std::vector<UnservedDocument>& unserved) {
  std::vector<std::string> files;
  files.reserve(unserved.size());
  for (const UnservedDocument& document : unserved) files.push_back(document.file);
  if (writer_.is_stuck()) co_return reply_with(stuck, files);
  co_return reply_with(co_await try_store(), files);
}

net::awaitable<std::string> Health::try_store() {
  if (const auto trial = under_way_) {
    co_await trial->over.async_wait(as_values);
    co_return trial->wrong;
  }
  const auto trial = std::make_shared<Trial>(co_await net::this_coro::executor);
  under_way_ = trial;
  co_await writer_.between([&trial](SignatureStore& store) { trial->wrong = store.probe(); });
  under_way_.reset();
  trial->over.cancel();
  co_return trial->wrong;
}

}  // namespace petition_box::endpoint
