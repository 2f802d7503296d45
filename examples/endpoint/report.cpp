#include <string>
#include <utility>

#include <endpoint/report.hpp>

namespace petition_box::endpoint {

void Report::tell() {
  std::map<unsigned, std::uint64_t> refused;
  for (std::size_t route = 0; route < routes.size(); ++route) {
    for (const auto& [status, count] : metrics_.answers(static_cast<Route>(route)).by_status) {
      if (status >= 400) refused[status] += count;
    }
  }
  for (const auto& [status, count] : refused) {
    const std::uint64_t more = count - refused_[status];
    if (more == 0) continue;
    log_.tell({status >= 500 ? Level::warning : Level::info,
               status >= 500 ? "failed" : "refused",
               {},
               {{"status", std::int64_t{status}}, {"requests", static_cast<std::int64_t>(more)}}});
  }
  refused_ = std::move(refused);
  const Slow slow = std::exchange(metrics_.slow(), {});
  if (slow.requests == 0) return;
  const auto longest = std::chrono::duration_cast<std::chrono::milliseconds>(slow.longest);
  log_.tell({Level::warning,
             "slow",
             {},
             {{"requests", static_cast<std::int64_t>(slow.requests)},
              {"longest_ms", std::int64_t{longest.count()}},
              {"route", std::string(name_of(slow.route))}}});
}

}  // namespace petition_box::endpoint
