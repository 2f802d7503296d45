#include <utility>

#include <nlohmann/json.hpp>

#include <endpoint/health.hpp>

namespace petition_box::endpoint {
namespace {

constexpr const char* stuck = "a transaction does not end: something else holds the database";
constexpr const char* stopping = "the endpoint is stopping";

Reply reply_with(const std::string& wrong) {
  nlohmann::ordered_json body{{"status", wrong.empty() ? "ok" : "failing"}};
  if (!wrong.empty()) body["reason"] = wrong;
  return reply(wrong.empty() ? 200 : 503, "application/json",
               body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
      .set("Cache-Control", "no-store");
}

}  // namespace

Answer Health::answer() {
  if (writer_.is_stuck()) return reply_with(stuck);
  return [this](Done done) { ask(std::move(done)); };
}

void Health::ask(Done done) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(done));
    if (waiting_.size() > 1) return;
  }
  if (!writer_.between([this](Store& store) { tell(store.probe()); })) tell(stopping);
}

void Health::tell(const std::string& wrong) {
  std::vector<Done> waiting;
  {
    const std::lock_guard lock(mutex_);
    waiting = std::exchange(waiting_, {});
  }
  for (const Done& done : waiting) done([wrong] { return reply_with(wrong); });
}

}  // namespace petition_box::endpoint
