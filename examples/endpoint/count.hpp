#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace petition_box::endpoint {

// The number of people who have signed, by petition.
using Counts = std::map<std::string, std::int64_t, std::less<>>;

// The number of people on disk who have signed each petition: written by those who write
// signatures, read by anybody.
class Count {
 public:
  // Petitions that are not named have none.
  void set(const Counts& counts) {
    const std::lock_guard lock(mutex_);
    if (counts != counts_) counts_ = counts;
  }

  void add(const Counts& gains) {
    const std::lock_guard lock(mutex_);
    for (const auto& [petition, people] : gains) counts_[petition] += people;
  }

  std::int64_t of(std::string_view petition) const {
    const std::lock_guard lock(mutex_);
    const auto entry = counts_.find(petition);
    return entry == counts_.end() ? 0 : entry->second;
  }

 private:
  mutable std::mutex mutex_;
  Counts counts_;
};

}  // namespace petition_box::endpoint
