#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace petition_box::endpoint {

enum class Level : std::uint8_t { info, warning, error };
enum class LogForm : std::uint8_t { text, json };

// What has happened. Nothing of it is of anybody who signs or reads: no name, no address of any
// kind, no query, nothing of a request but its route and status.
struct Event {
  using Fact = std::pair<std::string_view, std::variant<std::int64_t, std::string>>;

  Level level = Level::info;
  std::string_view name;
  std::string text;  // for people, in lines; empty: for programs only
  std::vector<Fact> facts = {};
};

// Writes events on the standard error output, those of a level and above: for people their lines,
// or for programs a line of JSON each. For any thread.
class Log {
 public:
  Log(Level least, LogForm form) : least_(least), form_(form) {}

  void tell(const Event& event);

  // Each line of the text as an event by itself.
  void tell_each(Level level, std::string_view name, std::string_view lines);

 private:
  const Level least_;
  const LogForm form_;
  std::mutex mutex_;
};

}  // namespace petition_box::endpoint
