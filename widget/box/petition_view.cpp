#include <algorithm>

#include <box/showing.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

void add_addressee(Node& petition, const Showing& showing) {
  if (showing.petition.addressee.empty()) return;
  Node& line = petition.add("p", showing.say("addressee") + ' ').set("class", "addressee");
  write_translated(line.add("strong"), showing.petition.addressee, showing);
}

void add_paragraphs(Node& petition, const char* name, const std::vector<Text>& paragraphs,
                    const Showing& showing) {
  if (paragraphs.empty()) return;
  Node& part = petition.add("div").set("class", name).keyed(name);
  for (const Text& paragraph : paragraphs) write_translated(part.add("p"), paragraph, showing);
}

// A section with its heading, in the words of the petition where it has some, and a list. Its style
// takes the bullets away, and with them Safari takes the role.
Node& add_list(Node& petition, const char* name, const Text& heading, const Showing& showing) {
  Node& section = petition.add("section").set("class", name).keyed(name);
  Node& over = section.add(showing.heading(1)).set("class", "part");
  if (heading.empty()) {
    over.write(showing.say(name));
  } else {
    write_translated(over, heading, showing);
  }
  return section.add("ol").set("role", "list");
}

void add_demands(Node& petition, const Showing& showing) {
  Node& list = add_list(petition, "demands", showing.petition.headings.demands, showing);
  for (const Text& demand : showing.petition.demands) {
    write_translated(list.add("li"), demand, showing);
  }
}

void add_timeline(Node& petition, const Showing& showing) {
  if (showing.petition.timeline.empty()) return;
  Node& list = add_list(petition, "timeline", showing.petition.headings.timeline, showing);
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
  add_addressee(petition, showing);
  Node& title = petition.add(showing.heading(0)).set("id", "pb-title").set("class", "title");
  write_translated(title, showing.petition.title, showing);
  if (!is_over(showing.model.stage)) {
    add_inward_link(petition, "pb-sign", showing.say("go_to_form"))
        .set("class", "jump")
        .keyed("jump");
  }
  add_paragraphs(petition, "introduction", showing.petition.introduction, showing);
  add_demands(petition, showing);
  add_timeline(petition, showing);
  add_paragraphs(petition, "conclusion", showing.petition.conclusion, showing);
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
