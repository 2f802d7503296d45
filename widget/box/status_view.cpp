#include <array>

#include <box/showing.hpp>

namespace petition_box {
namespace {

// In the order of Failure.
constexpr std::array<const char*, 4> failure_keys{"status.failed", "status.too_long",
                                                  "status.set_up_wrongly", "status.failed"};

// Writes what the region says in each stage; nothing while the signer edits.
struct WriteStatus {
  Node& region;
  const Showing& showing;

  void operator()(const Sending& /*unused*/) const { says("sending"); }
  void operator()(const Signed& /*unused*/) const { says("signed"); }
  void operator()(const ToConfirm& /*unused*/) const { says("to_confirm"); }

  void operator()(const TryingAgain& /*unused*/) const {
    Node& panel = says("trying_again").add("button", showing.say("edit"));
    panel.set("type", "button").set("class", "edit").set("data-press", "edit");
  }

  void operator()(const Failed& failed) const {
    const bool in_doubt = failed.why == Failure::unconfirmed;
    Node& panel = add_panel(in_doubt ? "unconfirmed" : "failed",
                            showing.say(failure_keys[static_cast<std::size_t>(failed.why)]));
    // What the page put inside the element: a link to sign without this box.
    if (in_doubt || failed.why == Failure::set_up_wrongly) panel.add("slot");
  }

  void operator()(const Closed& /*unused*/) const {
    if (showing.petition.closes) {
      add_panel("closed", say_last_day("status.closed_on", showing));
    } else {
      says("closed");
    }
  }

  template <class Silent>
  void operator()(const Silent& /*unused*/) const {}

 private:
  Node& says(const std::string& stage) const {
    return add_panel(stage, showing.say("status." + stage));
  }

  Node& add_panel(const std::string& stage, const std::string& words) const {
    const std::string heading = "status." + stage + ".heading";
    Node& panel = region.add("div").set("class", "says").keyed(stage);
    if (showing.language.has(heading)) {
      panel.add("p", showing.say(heading)).set("class", "heading");
    }
    panel.add("p", words);
    return panel;
  }
};

}  // namespace

// Always there: a live region announces only what changes inside it.
void add_status(Node& signing, const Showing& showing) {
  Node& region = signing.add("div").set("class", "status").keyed("status");
  region.set("id", "pb-status").set("role", "status").set("tabindex", "-1");
  std::visit(WriteStatus{region, showing}, showing.model.stage);
}

}  // namespace petition_box
