#include <box/press.hpp>
#include <box/showing.hpp>

namespace petition_box {
namespace {

// In the order of Failure.
constexpr Phrase failure_texts[]{Phrase::status_failed, Phrase::status_too_long,
                                 Phrase::status_set_up_wrongly, Phrase::status_failed};

Said said_of(const Stage& stage) {
  const auto* sending = std::get_if<Sending>(&stage);
  // From the second attempt on it goes as it went before.
  if (sending != nullptr && sending->attempts.number > 1 && !sending->attempts.last) {
    return said_trying_again;
  }
  Said said = traits_of(stage).said;
  if (const auto* failed = std::get_if<Failed>(&stage)) {
    said.text = failure_texts[static_cast<std::size_t>(failed->why)];
    if (failed->why == Failure::unconfirmed) said.heading = Phrase::status_unconfirmed_heading;
  }
  return said;
}

std::string words_of(Phrase text, const Showing& showing) {
  if (std::holds_alternative<Closed>(showing.model.stage) && showing.petition.closes) {
    return say_last_day(Phrase::status_closed_on, showing);
  }
  return showing.say(text);
}

std::string heading_of(Phrase heading, const Showing& showing) {
  const std::string& name = showing.model.thanked;
  const bool is_thanked = std::holds_alternative<Signed>(showing.model.stage) && !name.empty();
  return is_thanked ? showing.say(Phrase::status_signed_named, {{"name", name}})
                    : showing.say(heading);
}

void add_panel(Node& place, const Said& said, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  Node& panel = place.add("div").set("class", "says").keyed(said.name);
  if (!is_under_way(stage)) {
    // It takes the focus, which says its heading: in a live region that would be said again.
    panel.set("id", "pb-status").set("tabindex", "-1");
    panel.set("role", "group").set("aria-labelledby", "pb-status-heading");
    Node& title = panel.add(showing.heading(2), heading_of(said.heading, showing));
    title.set("id", "pb-status-heading").set("class", "heading");
  } else if (said.heading != Phrase::none) {
    panel.add("p", showing.say(said.heading)).set("class", "heading");
  }
  panel.add("p", words_of(said.text, showing));
  const bool is_to_confirm = std::holds_alternative<ToConfirm>(stage);
  const std::string& address = showing.model.answers["email_address"];
  // Where a mistake in it is seen.
  if (is_to_confirm) panel.add("p").add("strong", address).set("dir", "ltr");
  if (is_to_confirm || said.text == Phrase::status_trying_again) {
    add_button(panel, showing.say(Phrase::edit), Press::edit).set("class", "edit");
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
  const Said said = said_of(stage);
  if (said.name != nullptr) add_panel(*place, said, showing);
}

}  // namespace petition_box
