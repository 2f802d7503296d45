#include <utility>

#include <box/loading.hpp>
#include <box/signing.hpp>
#include <box/update.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

constexpr std::string_view focus_prefix = "focus:";
constexpr std::uint32_t timeout_ms = 10'000;

struct Update {
  Step& step;
  const Moment& moment;
  const Platform& platform;

  void operator()(const Configured& configured) const {
    // A signature that is on its way belongs to the petition that was signed: that is finished
    // first.
    const Configuration& now = step.model.configuration;
    const Configuration& next = configured.configuration;
    if (is_under_way(step.model.stage) && (next.src != now.src || next.endpoint != now.endpoint)) {
      step.model.next_configuration.emplace(configured.configuration);
    } else {
      step.model.next_configuration.reset();
      configure(step, configured.configuration);
    }
  }

  void operator()(const Answered& answered) const {
    if (answered_signing(step, answered, moment)) return;
    answered_loading(step, answered, moment);
  }

  void operator()(const Woken& woken) const {
    if (woken_signing(step, woken.ticket)) return;
    woken_loading(step, woken.ticket);
  }

  void operator()(const BackOnline& /*unused*/) const {
    back_online_signing(step);
    back_online_loading(step);
  }

  void operator()(const Typed& typed) const { type(step, typed, platform); }
  void operator()(const Ticked& ticked) const { tick(step, ticked, moment, platform); }
  void operator()(const Submitted& /*unused*/) const { submit(step, moment, platform); }

  void operator()(const Decided& decided) const { decide(step, decided, moment); }
  void operator()(const Coloured& coloured) const { step.model.accent = coloured.accent; }

  // The box knows what it knew.
  void operator()(const DrawAnew& /*unused*/) const {}

  void operator()(const Pressed& pressed) const {
    const std::string_view name = pressed.name;
    if (name == "edit") {
      stop_trying(step);
    } else if (name.substr(0, focus_prefix.size()) == focus_prefix) {
      step.focus(std::string(name.substr(focus_prefix.size())));
    }
  }
};

}  // namespace

Ticket Step::fetch(std::string url, const char* accept, std::string body,
                   std::uint32_t most_bytes) {
  const Ticket ticket = ++model.last_ticket;
  effects.push_back(Fetch{ticket, std::move(url), accept, std::move(body), timeout_ms, most_bytes});
  return ticket;
}

Ticket Step::wake(std::uint32_t after_ms) {
  const Ticket ticket = ++model.last_ticket;
  effects.push_back(Wake{ticket, after_ms});
  return ticket;
}

// The form and the list of mistakes are taller than the screen of a phone.
void Step::focus(std::string id) {
  const bool from_top = id == "pb-sign" || id == "pb-errors";
  effects.push_back(Focus{std::move(id), from_top});
}

void Step::raise(const char* event, std::vector<NameValue> detail) {
  effects.push_back(Raise{event, std::move(detail), 0});
}

Ticket Step::ask_leave(const char* event) {
  const Ticket ticket = ++model.last_ticket;
  effects.push_back(Raise{event, {}, ticket});
  return ticket;
}

void Step::report(std::string line) { effects.push_back(Report{std::move(line)}); }

void Step::tell(const std::string& reason, const std::string& message) {
  raise("error", {{"reason", reason}, {"message", message}});
  report(reason + ": " + message);
}

std::string describe(std::string url, const char* expected, const Answer& answer) {
  if (answer.sent_on) url += ", sent on elsewhere";
  if (answer.status == 0) return url + ": expected an answer, found none";
  return url + ": expected the status " + expected + ", found " + json::decimal(answer.status);
}

Step update(Model model, const Message& message, const Moment& moment, const Platform& platform) {
  Step step{std::move(model), {}};
  std::visit(Update{step, moment, platform}, message);
  if (step.model.next_configuration && !is_under_way(step.model.stage)) {
    const Configuration configuration = *std::exchange(step.model.next_configuration, std::nullopt);
    configure(step, configuration);
  }
  return step;
}

}  // namespace petition_box
