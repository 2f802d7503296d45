#include <algorithm>
#include <string>

#include <box/milestone.hpp>
#include <box/showing.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

// The number in them stands out. No text is empty: a parser of HTML makes no node of one.
void add_count(Node& progress, const std::string& words, const std::string& number) {
  Node& line = progress.add("p");
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
      .set("aria-label", showing.say("progress_label"))
      .set("aria-valuetext", showing.say("of_goal", {{"signatures", words}, {"goal", number}}))
      .set("max", json::decimal(next))
      .set("value", json::decimal(std::min(count, next)));
  if (count < goal) {
    progress.add("p", showing.say("help_us_reach", {{"goal", number}})).set("class", "next");
  }
}

}  // namespace

// It keeps its place until the count is known, so that nothing moves then. A small number is no
// argument: the document says from which on it is told.
void add_progress(Node& signing, const Showing& showing) {
  const Petition& petition = showing.petition;
  const std::int64_t count = showing.model.count.value_or(0);
  Node& progress = signing.add("div").set("class", "progress");
  if (!showing.model.count) progress.set("data-waiting");
  if (petition.goal) progress.set("data-goal");
  if (showing.model.count && count < petition.show_count_from) {
    progress.add("p", showing.say("be_first"));
    return;
  }
  const std::string words = showing.language.say_count("signatures", count);
  add_count(progress, words, showing.language.number(count));
  if (petition.goal) add_bar(progress, count, *petition.goal, words, showing);
}

}  // namespace petition_box
