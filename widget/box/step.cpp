#include <utility>

#include <box/step.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

constexpr std::uint32_t timeout_ms = 10'000;

}  // namespace

Ticket Step::fetch(Asked asked, Request request, std::uint32_t most_bytes) {
  const Ticket ticket = next(asked);
  effects.push_back(Fetch{ticket, std::move(request), timeout_ms, most_bytes});
  return ticket;
}

Ticket Step::wake(Asked asked, std::uint32_t after_ms) {
  const Ticket ticket = next(asked);
  effects.push_back(Wake{ticket, after_ms});
  return ticket;
}

Ticket Step::ask_leave() {
  const Ticket ticket = next(Asked::signature);
  effects.push_back(Raise{ElementEvent::submit, {}, ticket});
  return ticket;
}

void Step::focus(std::string id) { effects.push_back(Focus{std::move(id), false}); }

// For what is taller than the screen of a phone.
void Step::focus_from_top(std::string id) { effects.push_back(Focus{std::move(id), true}); }

void Step::show_dialog(std::string id) { effects.push_back(ShowDialog{std::move(id)}); }

void Step::raise(ElementEvent event, std::vector<NameValue> detail) {
  effects.push_back(Raise{event, std::move(detail), 0});
}

void Step::begin() {
  if (!std::exchange(model.begun, true)) raise(ElementEvent::begun);
}

void Step::report(std::string line) { effects.push_back(Report{std::move(line)}); }

void Step::tell(const std::string& reason, const std::string& message) {
  raise(ElementEvent::error, {{"reason", reason}, {"message", message}});
  report(reason + ": " + message);
}

std::string describe(std::string url, const char* expected, const Response& response) {
  if (response.sent_on) url += ", sent on elsewhere";
  if (response.status == 0) return url + ": expected an answer, found none";
  return url + ": expected the status " + expected + ", found " + json::decimal(response.status);
}

}  // namespace petition_box
