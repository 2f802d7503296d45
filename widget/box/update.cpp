#include <utility>

#include <box/also.hpp>
#include <box/counting.hpp>
#include <box/entering.hpp>
#include <box/loading.hpp>
#include <box/press.hpp>
#include <box/signing.hpp>
#include <box/update.hpp>

namespace petition_box {
namespace {

struct Update {
  Step& step;
  const Moment& moment;
  const Platform& platform;

  void operator()(const Configured& configured) const {
    // A signature that is on its way belongs to the petition that was signed: that is finished
    // first.
    const Configuration& now = step.model.configuration;
    const Configuration& next = configured.configuration;
    if (is_under_way(step.model.stage) &&
        (next.src != now.src || next.endpoint != now.endpoint || next.protocol != now.protocol)) {
      step.model.next_configuration.emplace(configured.configuration);
    } else {
      step.model.next_configuration.reset();
      configure(step, configured.configuration);
    }
  }

  void operator()(const Answered& answered) const {
    const Asked asked = asked_under(answered.ticket);
    if (asked == Asked::signature) {
      take_response(step, answered, moment);
    } else if (is_whole && asked == Asked::also) {
      take_also(step, answered, moment);
    } else {
      take_loaded(step, answered, moment);
    }
  }

  void operator()(const Woken& woken) const {
    const Asked asked = asked_under(woken.ticket);
    if (asked == Asked::signature) {
      wake_signing(step, woken.ticket);
    } else if (is_whole && asked == Asked::also) {
      wake_also(step, woken.ticket);
    } else {
      wake_loading(step, woken.ticket);
    }
  }

  void operator()(const BackOnline& /*unused*/) const {
    back_online_signing(step);
    if (is_whole) back_online_also(step);
    back_online_loading(step);
  }

  void operator()(const Entered& entered) const { enter(step, entered, moment, platform); }
  void operator()(const Submitted& submitted) const { submit(step, submitted, moment, platform); }

  void operator()(const Permitted& permitted) const { take_permission(step, permitted, moment); }
  void operator()(const Coloured& coloured) const { step.model.accent = coloured.accent; }

  // The box knows what it knew.
  void operator()(const DrawAnew& /*unused*/) const {}

  void operator()(const Advised& advised) const { take_advice(step, advised); }

  void operator()(const Seen& seen) const { see(step, seen.seen); }

  void operator()(const Pressed& pressed) const {
    const auto press = press_named(pressed.name);
    if (!press) return;
    const std::string about = pressed.name.substr(pressed.name.find(':') + 1);
    switch (*press) {
      case Press::edit:
        return go_back_to_form(step);
      case Press::focus:
        return follow(about);
      case Press::speak:
        return speak(step, about);
      case Press::correct:
        return correct(step, about, platform);
      case Press::accept:
        return answer_second_question(step, Decision::given, moment, platform);
      case Press::decline:
        return answer_second_question(step, Decision::refused, moment, platform);
      case Press::go_back:
        return leave_second_question(step);
    }
  }

 private:
  void follow(const std::string& id) const {
    if (id == "pb-sign") return step.focus_from_top(id);
    step.focus(id);
  }
};

// Once for each petition, as soon as it is ready and somebody has it before them.
void tell_seen(Step& step) {
  Model& model = step.model;
  if (!model.in_view || !model.names_countries || model.seen) return;
  if (!model.petition || !model.catalogue) return;
  model.seen = true;
  step.raise(ElementEvent::seen);
}

}  // namespace

Step update(Model& model, const Message& message, const Moment& moment, const Platform& platform) {
  Step step{model};
  std::visit(Update{step, moment, platform}, message);
  tell_seen(step);
  if (model.next_configuration && !is_under_way(model.stage)) {
    configure(step, *std::exchange(model.next_configuration, std::nullopt));
  }
  return step;
}

}  // namespace petition_box
