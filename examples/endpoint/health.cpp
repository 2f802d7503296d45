#include <algorithm>
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

using Json = nlohmann::ordered_json;

Reply reply_of(unsigned status, const Json& body) {
  return reply(status, "application/json",
               body.dump(-1, ' ', false, Json::error_handler_t::replace))
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

Reply Health::alive(const std::vector<UnservedDocument>& unserved) const {
  const char* const served = unserved.empty() ? "ok" : "incomplete";
  Json body{{"status", is_ending_ ? "ending" : served}};
  for (const UnservedDocument& document : unserved) body["unserved"].push_back(document.file);
  return reply_of(200, body);
}

net::awaitable<Reply> Health::ready(const std::vector<UnservedDocument>& unserved) {
  Json reasons = Json::array();
  const auto add = [&reasons](const char* code, std::string detail) {
    reasons.push_back(Json{{"code", code}, {"detail", std::move(detail)}});
  };
  if (is_ending_) add("ending", stopping);
  for (std::string& file : still_missing(unserved)) add("document", std::move(file));
  std::string wrong = writer_.is_stuck() ? stuck : "";
  // Who is told to go elsewhere anyway need not wait for it.
  if (wrong.empty() && reasons.empty()) wrong = co_await try_store();
  if (!wrong.empty()) add("store", std::move(wrong));
  if (reasons.empty()) co_return reply_of(200, Json{{"status", "ready"}});
  co_return reply_of(503, Json{{"status", "not ready"}, {"reasons", std::move(reasons)}});
}

std::vector<std::string> Health::still_missing(
    const std::vector<UnservedDocument>& unserved) const {
  std::vector<std::string> files;
  for (const UnservedDocument& document : missing_) {
    const auto is_same = [&](const UnservedDocument& other) { return other.file == document.file; };
    if (std::any_of(unserved.begin(), unserved.end(), is_same)) files.push_back(document.file);
  }
  return files;
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
