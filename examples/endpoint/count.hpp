#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box::endpoint {

// The number of signatures on disk of each petition: written by the writer, read by anybody.
class Count {
 public:
  explicit Count(const std::vector<std::string>& petitions) {
    for (const std::string& petition : petitions) numbers_[petition] = 0;
  }

  // Nothing happens for a petition that is not served.
  void set(std::string_view petition, std::int64_t number) {
    const auto entry = numbers_.find(petition);
    if (entry != numbers_.end()) entry->second = number;
  }

  std::int64_t of(std::string_view petition) const {
    const auto entry = numbers_.find(petition);
    return entry == numbers_.end() ? 0 : entry->second.load();
  }

 private:
  std::map<std::string, std::atomic<std::int64_t>, std::less<>> numbers_;
};

}  // namespace petition_box::endpoint
