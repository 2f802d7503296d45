#include <algorithm>

#include <box/showing.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

Node& add_section(Node& parent, const char* name, const Showing& showing) {
  Node& section = parent.add("section").set("class", name).keyed(name);
  section.add(showing.heading(1), showing.say(name)).set("class", "part");
  return section;
}

// Its style takes the bullets away, and with them Safari takes the role.
Node& add_list(Node& petition, const char* name, const Showing& showing) {
  return add_section(petition, name, showing).add("ol").set("role", "list");
}

void add_introduction(Node& petition, const Showing& showing) {
  Node& introduction = petition.add("div").set("class", "introduction");
  for (const Text& paragraph : showing.petition.introduction) {
    write_translated(introduction.add("p"), paragraph, showing);
  }
}

void add_demands(Node& petition, const Showing& showing) {
  Node& list = add_list(petition, "demands", showing);
  for (const Text& demand : showing.petition.demands) {
    write_translated(list.add("li"), demand, showing);
  }
}

void add_timeline(Node& petition, const Showing& showing) {
  Node& list = add_list(petition, "timeline", showing);
  for (const Event& event : showing.petition.timeline) {
    Node& item = list.add("li");
    item.add("time", showing.language.date(event.date)).set("datetime", event.written_date);
    write_translated(item.add("p"), event.text, showing);
    if (event.source.empty()) continue;
    add_outward_link(item.add("p").set("class", "source"), event.source, showing.say("source"),
                     showing);
  }
}

}  // namespace

void add_petition(Node& box, const Showing& showing) {
  Node& petition = box.add("div").set("class", "petition");
  Node& title = petition.add(showing.heading(0)).set("id", "pb-title").set("class", "title");
  write_translated(title, showing.petition.title, showing);
  if (!is_over(showing.model.stage)) {
    add_inward_link(petition, "pb-sign", showing.say("go_to_form"))
        .set("class", "jump")
        .keyed("jump");
  }
  if (!showing.petition.introduction.empty()) add_introduction(petition, showing);
  add_demands(petition, showing);
  if (!showing.petition.timeline.empty()) add_timeline(petition, showing);
}

// It keeps its place until the count is known, so that nothing moves then.
void add_progress(Node& signing, const Showing& showing) {
  const std::int64_t count = showing.model.count.value_or(0);
  std::string words = showing.language.say_count("signatures", count);
  Node& progress = signing.add("div").set("class", "progress");
  if (!showing.model.count) progress.set("data-waiting");
  if (showing.petition.goal) {
    const std::int64_t goal = *showing.petition.goal;
    words =
        showing.say("of_goal", {{"signatures", words}, {"goal", showing.language.number(goal)}});
    // Its value is a number, for the width of the bar; people get the words.
    progress.add("progress")
        .set("aria-label", showing.say("progress_label"))
        .set("aria-valuetext", words)
        .set("max", json::decimal(goal))
        .set("value", json::decimal(std::min(count, goal)));
  }
  progress.add("p", words);
}

std::string say_last_day(const char* key, const Showing& showing) {
  return showing.say(key, {{"date", showing.language.date(*showing.petition.closes)},
                           {"zone", showing.language.time_zone(showing.petition.time_zone)}});
}

void add_last_day(Node& signing, const Showing& showing) {
  if (!showing.petition.closes || is_over(showing.model.stage)) return;
  signing.add("p", say_last_day("open_until", showing)).set("class", "last-day").keyed("last-day");
}

}  // namespace petition_box
