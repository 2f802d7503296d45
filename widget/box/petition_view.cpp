#include <cstddef>

#include <box/showing.hpp>
#include <document/whole.hpp>

namespace petition_box {
namespace {

void add_paragraphs(Node& petition, const char* name, const std::vector<Text>& paragraphs,
                    const Showing& showing) {
  if (paragraphs.empty()) return;
  Node& part = petition.add("div").set("class", name).keyed(name);
  for (const Text& paragraph : paragraphs) write_translated(part.add("p"), paragraph, showing);
}

// A section with its heading, in the words of the petition where it has some, and a list. Its style
// takes the bullets away, and with them Safari takes the role.
Node& add_list(Node& petition, const char* name, const char* part, Phrase said, const Text& heading,
               const Showing& showing) {
  Node& section = petition.add("section").set("class", name).set("part", part).keyed(name);
  Node& over = section.add(showing.heading(1)).set("class", "part");
  if (heading.empty()) {
    over.write(showing.say(said));
  } else {
    write_translated(over, heading, showing);
  }
  return section.add("ol").set("role", "list");
}

// Each by its own name, for whoever does not read the one in which the petition is shown. Where
// there is no script, the page is asked for in that language.
void add_languages(Node& petition, const Showing& showing) {
  const auto& languages = showing.petition.languages;
  if (languages.size() < 2) return;
  Node& list = petition.add("p").set("class", "links languages");
  const std::string& shown = showing.petition.title.in(showing.model.languages).language;
  for (const std::string& tag : languages) {
    if (tag == shown) continue;
    add_pressed_link(list, showing.platform.language(tag), "?lang=", "speak:", tag)
        .set("lang", tag);
  }
}

void add_demands(Node& petition, const Showing& showing) {
  Node& list = add_list(petition, "demands", "demands", Phrase::demands,
                        showing.petition.headings.demands, showing);
  for (const Text& demand : showing.petition.demands) {
    write_translated(list.add("li"), demand, showing);
  }
}

// What it was, what happened, and where more is told.
void add_event(Node& list, const Event& event, Phrase said, Phrase more, const Showing& showing) {
  Node& item = list.add("li");
  item.add("time", showing.language.date(event.date)).set("datetime", event.written_date);
  Node& text = item.add("p");
  if (said != Phrase::none) {
    text.add("strong", showing.say(said));
    text.write(" ").add("span");
  }
  write_translated(said == Phrase::none ? text : *text.children.back(), event.text, showing);
  if (event.source.empty()) return;
  add_outward_link(item.add("p").set("class", "source"), event.source, showing.say(more), showing);
}

// What is more than a glance is folded: it is in the page all the same, to be found and printed.
constexpr std::ptrdiff_t events_at_a_glance = 4;

void add_timeline(Node& petition, const Showing& showing) {
  const std::vector<Event>& events = showing.petition.timeline;
  if (events.empty()) return;
  Node* list = &add_list(petition, "timeline", "timeline", Phrase::timeline,
                         showing.petition.headings.timeline, showing);
  for (const Event& event : events) {
    if (&event - events.data() == events_at_a_glance) {
      Node& rest = petition.children.back()->add("details");
      rest.add("summary", showing.say(Phrase::read_more));
      list = &rest.add("ol").set("role", "list");
    }
    add_event(*list, event, Phrase::none, Phrase::source, showing);
  }
}

void add_news(Node& petition, const Showing& showing) {
  if (!is_whole || showing.petition.news.empty()) return;
  constexpr Phrase said[]{Phrase::none, Phrase::news_delivered, Phrase::news_answered};
  Node& list = add_list(petition, "news", "timeline", Phrase::news, {}, showing);
  for (const News& news : showing.petition.news) {
    add_event(list, news.event, said[static_cast<std::size_t>(news.kind)], Phrase::read_more,
              showing);
  }
}

}  // namespace

void add_petition(Node& box, const Showing& showing) {
  Node& petition = box.add("div").set("class", "petition");
  add_languages(petition, showing);
  add_head(petition, showing);
  Node& title = petition.add(showing.heading(0))
                    .set("id", "pb-title")
                    .set("class", "title")
                    .set("part", "title");
  write_translated(title, showing.petition.title, showing);
  add_picture(petition, showing);
  add_paragraphs(petition, "introduction", showing.petition.introduction, showing);
  add_demands(petition, showing);
  add_news(petition, showing);
  add_timeline(petition, showing);
  add_paragraphs(petition, "conclusion", showing.petition.conclusion, showing);
}

}  // namespace petition_box
