#include <algorithm>
#include <string>

#include <box/milestone.hpp>
#include <box/showing.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

// The number in them stands out. No text is empty: a parser of HTML makes no node of one.
void write_count(Node& line, const std::string& words, const std::string& number) {
  const auto write = [&](const std::string& text) {
    if (!text.empty()) line.write(text);
  };
  const std::size_t at = words.find(number);
  write(words.substr(0, at));
  if (at == std::string::npos) return;
  line.add("strong", number);
  write(words.substr(at + number.size()));
}

void add_bar(Node& progress, std::int64_t count, std::int64_t goal, const std::string& words,
             const Showing& showing) {
  const std::int64_t next = milestone(count, goal);
  const std::string number = showing.language.number(next);
  // Its value is a number, for the width of the bar; people get the words.
  progress.add("progress")
      .set("aria-label", showing.say(Phrase::progress_label))
      .set("aria-valuetext",
           showing.say(Phrase::of_goal, {{"signatures", words}, {"goal", number}}))
      .set("max", json::decimal(next))
      .set("value", json::decimal(std::min(count, next)));
  if (count < goal) {
    progress.add("p", showing.say(Phrase::help_us_reach, {{"goal", number}})).set("class", "next");
  }
}

// A small number is no argument: the document says from which on it is told.
bool is_small(const Showing& showing) {
  return showing.model.count && *showing.model.count < showing.petition.show_count_from;
}

std::string write_count(Node& line, const Showing& showing) {
  const std::int64_t count = showing.model.count.value_or(0);
  std::string words = showing.language.say_count("signatures", count);
  write_count(line, words, showing.language.number(count));
  return words;
}

}  // namespace

// It keeps its place until the count is known, so that nothing moves then.
void add_progress(Node& signing, const Showing& showing) {
  const Petition& petition = showing.petition;
  Node& progress = signing.add("div").set("class", "progress").set("part", "progress");
  if (!showing.model.count) progress.set("data-waiting");
  if (petition.goal) progress.set("data-goal");
  if (is_small(showing)) {
    progress.add("p", showing.say(Phrase::be_first));
    return;
  }
  const std::string words = write_count(progress.add("p"), showing);
  if (petition.goal) {
    add_bar(progress, showing.model.count.value_or(0), *petition.goal, words, showing);
  }
}

void add_bar_to_form(Node& sides, const Showing& showing) {
  if (is_over(showing.model.stage)) return;
  Node& bar = sides.add("div").set("class", "bar").set("part", "bar").keyed("bar");
  Node& line = bar.add("p");
  if (showing.model.count.value_or(0) == 0 || is_small(showing)) line.set("data-waiting");
  write_count(line, showing);
  add_inward_link(bar, "pb-sign", showing.say(Phrase::go_to_form))
      .set("class", "jump")
      .set("part", "button")
      .keyed("jump");
}

}  // namespace petition_box
