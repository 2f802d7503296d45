#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box::endpoint {

// The number of people who have signed, by petition.
using Counts = std::map<std::string, std::int64_t, std::less<>>;

// The number of people on disk who have signed each petition: written by the writer, read by
// anybody.
class Count {
 public:
  explicit Count(const std::vector<std::string>& petitions) {
    for (const std::string& petition : petitions) numbers_[petition] = 0;
  }

  // Petitions that are not named have none; those that are not served are passed over.
  void set(const Counts& counts) {
    for (auto& [petition, number] : numbers_) {
      const auto entry = counts.find(petition);
      number = entry == counts.end() ? 0 : entry->second;
    }
  }

  std::int64_t of(std::string_view petition) const {
    const auto entry = numbers_.find(petition);
    return entry == numbers_.end() ? 0 : entry->second.load();
  }

 private:
  std::map<std::string, std::atomic<std::int64_t>, std::less<>> numbers_;
};

}  // namespace petition_box::endpoint
