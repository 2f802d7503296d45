#include <box/press.hpp>
#include <box/showing.hpp>

namespace petition_box {
namespace {

// In the order of Failure.
constexpr const char* failure_keys[]{"status.failed", "status.too_long", "status.set_up_wrongly",
                                     "status.failed"};

const char* said_of(const Stage& stage) {
  const auto* sending = std::get_if<Sending>(&stage);
  // From the second attempt on it goes as it went before.
  if (sending != nullptr && sending->attempts.number > 1 && !sending->attempts.last) {
    return "trying_again";
  }
  const auto* failed = std::get_if<Failed>(&stage);
  if (failed != nullptr && failed->why == Failure::unconfirmed) return "unconfirmed";
  return traits_of(stage).said;
}

std::string words_of(const std::string& key, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  const auto* failed = std::get_if<Failed>(&stage);
  if (failed != nullptr) return showing.say(failure_keys[static_cast<std::size_t>(failed->why)]);
  if (std::holds_alternative<Closed>(stage) && showing.petition.closes) {
    return say_last_day("status.closed_on", showing);
  }
  return showing.say(key);
}

std::string heading_of(const std::string& key, const Showing& showing) {
  const std::string& name = showing.model.thanked;
  const bool is_thanked = std::holds_alternative<Signed>(showing.model.stage) && !name.empty();
  return is_thanked ? showing.say("status.signed.named", {{"name", name}}) : showing.say(key);
}

void add_panel(Node& place, const std::string& what, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  const std::string key = "status." + what;
  const std::string heading = key + ".heading";
  Node& panel = place.add("div").set("class", "says").keyed(what);
  if (!is_under_way(stage)) {
    // It takes the focus, which says its heading: in a live region that would be said again.
    panel.set("id", "pb-status").set("tabindex", "-1");
    panel.set("role", "group").set("aria-labelledby", "pb-status-heading");
    Node& title = panel.add(showing.heading(2), heading_of(heading, showing));
    title.set("id", "pb-status-heading").set("class", "heading");
  } else if (showing.language.has(heading)) {
    panel.add("p", showing.say(heading)).set("class", "heading");
  }
  panel.add("p", words_of(key, showing));
  if (what == "trying_again") {
    Node& button = panel.add("button", showing.say("edit"));
    button.set("type", "button").set("class", "edit").set("data-press", name_of(Press::edit));
  }
  const auto* failed = std::get_if<Failed>(&stage);
  // What the page put inside the element: a link to sign without this box.
  if (failed != nullptr && failed->why >= Failure::set_up_wrongly) panel.add("slot");
}

}  // namespace

// Where something may be sent the region is always there: it announces only what changes inside it.
void add_status(Node& parent, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  Node* place = &parent;
  if (!is_over(stage)) {
    Node& region = parent.add("div").set("class", "status").set("role", "status").keyed("status");
    if (is_under_way(stage)) place = &region;
  }
  const char* what = said_of(stage);
  if (what != nullptr) add_panel(*place, what, showing);
}

}  // namespace petition_box
