#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>

#include <nlohmann/json.hpp>

#include <endpoint/environment.hpp>
#include <endpoint/log.hpp>

// Written here, and not by spdlog: its JSON is a pattern that escapes nothing, and what makes it
// fast is not needed for a few lines a minute.

namespace petition_box::endpoint {
namespace {

constexpr std::array<const char*, 3> levels{"info", "warning", "error"};

// "2026-11-23T12:00:00.000Z" (RFC 3339)
std::string time_of(std::int64_t ms) {
  const std::time_t seconds = ms / 1000;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 24> written{};
  const std::size_t size = std::strftime(written.data(), written.size(), "%Y-%m-%dT%H:%M:%S", &utc);
  const std::string fraction = std::to_string(1000 + ms % 1000).substr(1);
  return std::string(written.data(), size) + '.' + fraction + 'Z';
}

std::string json_of(const Event& event) {
  nlohmann::ordered_json line{{"time", time_of(now())},
                              {"level", levels[static_cast<std::size_t>(event.level)]},
                              {"event", event.name}};
  if (!event.text.empty()) line["text"] = event.text;
  for (const auto& [name, value] : event.facts) {
    std::visit([&, key = std::string(name)](const auto& fact) { line[key] = fact; }, value);
  }
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void Log::tell(const Event& event) {
  if (event.level < least_) return;
  const std::string line = form_ == LogForm::json ? json_of(event) : event.text;
  if (line.empty()) return;
  const std::lock_guard lock(mutex_);
  std::cerr << line + '\n' << std::flush;
}

void Log::tell_each(Level level, std::string_view name, std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    if (!line.empty()) tell({level, name, std::string(line)});
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
  }
}

}  // namespace petition_box::endpoint
