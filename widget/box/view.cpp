#include <algorithm>
#include <array>
#include <utility>

#include <box/consent_view.hpp>
#include <box/press.hpp>
#include <box/showing.hpp>
#include <box/view.hpp>
#include <colour/accent.hpp>
#include <document/link.hpp>
#include <json/decimal.hpp>
#include <language/tag.hpp>

namespace petition_box {
namespace {

void set_language(Node& node, const std::string& tag) {
  node.set("lang", tag);
  node.set("dir", direction_of(tag) == Direction::right_to_left ? "rtl" : "ltr");
}

Node root(const char* state) {
  Node node("div");
  node.set("class", "petition-box").set("part", "box").set("data-state", state);
  return node;
}

// What the page put inside the element: a link to sign without this box.
void add_what_the_page_offers(Node& node) { node.add("slot"); }

Node loading() {
  Node node = root("loading");
  add_what_the_page_offers(node);
  return node;
}

Node unavailable(const Language& language) {
  Node node = root("unavailable");
  set_language(node, language.tag());
  Node& line = node.add("p", language.say(Phrase::unavailable) + ' ').set("class", "unavailable");
  add_what_the_page_offers(line);
  return node;
}

// Whether somebody has typed something that is not lost yet. A country may be chosen for them.
bool holds_answers(const Model& model) {
  const auto& fields = model.petition->fields;
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
    const std::string& answer = model.answers[field.name];
    return !answer.empty() && answer != field.initial;
  });
}

void write_run(Node& parent, const Run& run) {
  Node* node = &parent;
  if (run.strong) node = &node->add("strong");
  if (run.emphasis) node = &node->add("em");
  node->write(run.text);
}

// To be called once the words of the link are in it.
void lead_outward(Node& link, const std::string& url, const Showing& showing) {
  link.set("href", url);
  if (begins_with(url, "mailto:")) return;
  // noreferrer implies noopener (HTML standard, #link-type-noreferrer).
  link.set("target", "_blank").set("rel", "noreferrer");
  link.add("span", " " + showing.say(Phrase::new_window)).set("class", "unseen");
}

void add_signing(Node& box, const Showing& showing) {
  Node& section =
      box.add("section").set("class", "signing").set("part", "form").set("id", "pb-sign");
  // With the title, for a page may have several boxes.
  section.set("tabindex", "-1").set("aria-labelledby", "pb-sign-heading pb-title");
  const bool over = is_over(showing.model.stage);
  section.add(showing.heading(1), showing.say(over ? Phrase::progress_label : Phrase::sign_heading))
      .set("id", "pb-sign-heading")
      .set("class", "part");
  add_progress(section, showing);
  if (!over || holds_answers(showing.model)) {
    add_form(section, showing);
  } else {
    add_status(section, showing);
  }
  // What comes after it is not the box's (widget/share).
  if (std::holds_alternative<Signed>(showing.model.stage)) {
    section.add("div").set("class", "after").set("data-document", showing.model.document_address);
  }
}

}  // namespace

void mark_language(Node& node, const std::string& language, const Showing& showing) {
  if (language != showing.language.tag()) set_language(node, language);
}

void write_running_text(Node& node, const std::string& source, const Showing& showing) {
  const std::vector<Run> runs = read_running_text(source);
  Node* link = nullptr;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    if (run.link != 0 && link == nullptr) link = &node.add("a");
    write_run(link == nullptr ? node : *link, run);
    const bool goes_on = i + 1 < runs.size() && runs[i + 1].link == run.link;
    if (link == nullptr || goes_on) continue;
    lead_outward(*link, run.address, showing);
    link = nullptr;
  }
}

void write_translated(Node& node, const Text& text, const Showing& showing) {
  const Translation& translation = text.in(showing.model.languages);
  if (text.is_running) {
    write_running_text(node, translation.text, showing);
  } else {
    node.write(translation.text);
  }
  mark_language(node, translation.language, showing);
}

const char* Showing::heading(int below) const {
  constexpr std::array<const char*, 6> tags{"h1", "h2", "h3", "h4", "h5", "h6"};
  const int level = std::min(model.configuration.heading_level + below, 6);
  return tags[static_cast<std::size_t>(level - 1)];
}

void add_outward_link(Node& parent, const std::string& url, const std::string& label,
                      const Showing& showing) {
  lead_outward(parent.add("a", label), url, showing);
}

Node& add_button(Node& parent, const std::string& label, Press press, const std::string& about) {
  return parent.add("button", label)
      .set("type", "button")
      .set("data-press", name_of(press) + about);
}

Node& add_pressed_link(Node& parent, const std::string& label, const char* href, const char* press,
                       const std::string& about) {
  return parent.add("a", label).set("href", href + about).set("data-press", press + about);
}

Node& add_inward_link(Node& parent, const std::string& id, const std::string& label) {
  return add_pressed_link(parent, label, "#", "focus:", id);
}

Node view(const Model& model, const Platform& platform) {
  if (!model.catalogue || (!model.petition && !model.unavailable)) return loading();
  const Language language(*model.catalogue, platform);
  if (!model.petition) return unavailable(language);
  const Showing showing{model, *model.petition, language, platform};
  Node box = root(traits_of(model.stage).name);
  set_language(box, language.tag());
  if (model.count) box.set("data-count", json::decimal(*model.count));
  if (model.accent) box.set("style", accent_style(*model.accent));
  // The browser asks before it leaves the page.
  if (is_unsent(model.stage)) box.set("data-unsent");
  Node& sides = box.add("div").set("class", "sides");
  add_petition(sides, showing);
  add_bar_to_form(sides, showing);
  add_signing(sides, showing);
  // For the layout of a mere button (layouts.css). The first slot has it: where signing has failed,
  // another one.
  box.add("slot").set("hidden");
  if (const auto* asked = std::get_if<AskedAgain>(&model.stage)) {
    add_second_question(box, model.petition->consents[asked->consent], showing);
  }
  return box;
}

Node progress_of(const Model& model, const Platform& platform) {
  const Language language(*model.catalogue, platform);
  Node parent("div");
  add_progress(parent, {model, *model.petition, language, platform});
  return std::move(*parent.children.front());
}

void stay_in_language(Node& box) {
  auto& parts = box.children.front()->children.front()->children;
  const std::string* name = parts.front()->find("class");
  if (name != nullptr && *name == "links languages") parts.erase(parts.begin());
}

Node& signing_side(Node& box) { return *box.children.front()->children.back(); }

}  // namespace petition_box
