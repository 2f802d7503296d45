#include <array>

#include <box/showing.hpp>

namespace petition_box {
namespace {

// In the order of Failure.
constexpr std::array<const char*, 4> failure_keys{"status.failed", "status.too_long",
                                                  "status.set_up_wrongly", "status.failed"};

// Writes what is said of a stage; nothing while the signer edits.
struct WriteStatus {
  Node& parent;
  const Showing& showing;

  // From the second attempt on it goes as it went before.
  void operator()(const Sending& sending) const {
    if (sending.attempts.number > 1 && !sending.attempts.last) return trying_again();
    add_panel("sending").add("p", showing.say("status.sending"));
  }
  void operator()(const TryingAgain& /*unused*/) const { trying_again(); }

  void operator()(const Signed& /*unused*/) const { ended("signed", "status.signed"); }
  void operator()(const ToConfirm& /*unused*/) const { ended("to_confirm", "status.to_confirm"); }

  void operator()(const Failed& failed) const {
    const bool in_doubt = failed.why == Failure::unconfirmed;
    Node& panel = ended(in_doubt ? "unconfirmed" : "failed",
                        failure_keys[static_cast<std::size_t>(failed.why)]);
    // What the page put inside the element: a link to sign without this box.
    if (in_doubt || failed.why == Failure::set_up_wrongly) panel.add("slot");
  }

  void operator()(const Closed& /*unused*/) const {
    if (showing.petition.closes) {
      add_outcome_panel("closed").add("p", say_last_day("status.closed_on", showing));
    } else {
      ended("closed", "status.closed");
    }
  }

  template <class Silent>
  void operator()(const Silent& /*unused*/) const {}

 private:
  void trying_again() const {
    Node& panel = add_panel("trying_again");
    panel.add("p", showing.say("status.trying_again.heading")).set("class", "heading");
    panel.add("p", showing.say("status.trying_again"));
    Node& button = panel.add("button", showing.say("edit"));
    button.set("type", "button").set("class", "edit").set("data-press", "edit");
  }

  Node& ended(const char* stage, const char* words) const {
    Node& panel = add_outcome_panel(stage);
    panel.add("p", showing.say(words));
    return panel;
  }

  // It takes the focus, which says its heading: a live region would say it again.
  Node& add_outcome_panel(const std::string& stage) const {
    Node& panel = add_panel(stage).set("id", "pb-status").set("tabindex", "-1");
    panel.set("role", "group").set("aria-labelledby", "pb-status-heading");
    panel.add(showing.heading(2), showing.say("status." + stage + ".heading"))
        .set("id", "pb-status-heading")
        .set("class", "heading");
    return panel;
  }

  Node& add_panel(const std::string& stage) const {
    return parent.add("div").set("class", "says").keyed(stage);
  }
};

}  // namespace

// Where something may be sent the region is always there: it announces only what changes inside it.
void add_status(Node& parent, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  Node* place = &parent;
  if (!is_over(stage)) {
    Node& region = parent.add("div").set("class", "status").set("role", "status").keyed("status");
    if (is_under_way(stage)) place = &region;
  }
  std::visit(WriteStatus{*place, showing}, stage);
}

}  // namespace petition_box
