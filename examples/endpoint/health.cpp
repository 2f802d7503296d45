#include <utility>

#include <nlohmann/json.hpp>

#include <endpoint/health.hpp>

namespace petition_box::endpoint {
namespace {

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

Answer Health::answer(const std::vector<UnservedDocument>& unserved) {
  std::vector<std::string> files;
  files.reserve(unserved.size());
  for (const UnservedDocument& document : unserved) files.push_back(document.file);
  if (writer_.is_stuck()) return reply_with(stuck, files);
  return [this, files](std::function<void(Finish)> done) { ask({files, std::move(done)}); };
}

void Health::ask(Asked asked) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(asked));
    if (waiting_.size() > 1) return;
  }
  if (!writer_.between([this](Store& store) { tell(store.probe()); })) tell(stopping);
}

void Health::tell(const std::string& wrong) {
  std::vector<Asked> waiting;
  {
    const std::lock_guard lock(mutex_);
    waiting = std::exchange(waiting_, {});
  }
  for (const auto& [unserved, done] : waiting) {
    done([wrong, unserved = unserved] { return reply_with(wrong, unserved); });
  }
}

}  // namespace petition_box::endpoint
