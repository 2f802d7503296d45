#include <utility>

#include <box/loading.hpp>
#include <box/signing.hpp>
#include <box/update.hpp>

namespace petition_box {
namespace {

constexpr std::string_view focus_prefix = "focus:";

struct Update {
  Step& step;
  const Moment& moment;
  const Platform& platform;

  void operator()(const Configured& configured) const {
    // A signature that is on its way belongs to the petition that was signed: that is finished
    // first.
    const Configuration& now = step.model.configuration;
    const Configuration& next = configured.configuration;
    if (is_under_way(step.model) && (next.src != now.src || next.endpoint != now.endpoint)) {
      step.model.next_configuration = configured.configuration;
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

  void operator()(const BackOnline& /*unused*/) const { back_online(step); }
  void operator()(const Typed& typed) const { type(step, typed, platform); }
  void operator()(const Ticked& ticked) const { tick(step, ticked, moment, platform); }
  void operator()(const Submitted& /*unused*/) const { submit(step, moment, platform); }

  void operator()(const Pressed& pressed) const {
    const std::string_view name = pressed.name;
    if (name == "edit") {
      stop_trying(step);
    } else if (name.substr(0, focus_prefix.size()) == focus_prefix) {
      step.effects.push_back(Focus{std::string(name.substr(focus_prefix.size()))});
    }
  }
};

}  // namespace

Step update(Model model, const Message& message, const Moment& moment, const Platform& platform) {
  Step step{std::move(model), {}};
  std::visit(Update{step, moment, platform}, message);
  if (step.model.next_configuration && !is_under_way(step.model)) {
    const Configuration configuration = *std::exchange(step.model.next_configuration, std::nullopt);
    configure(step, configuration);
  }
  return step;
}

}  // namespace petition_box
