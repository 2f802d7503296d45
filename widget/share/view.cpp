#include <language/tag.hpp>
#include <share/view.hpp>

namespace petition_box {
namespace {

std::string say(const char* key, const Sharing& sharing) {
  const std::string* words = sharing.words.find(key);
  return words == nullptr ? key : *words;
}

std::string id_of(const char* name) { return std::string("pb-share-") + name; }

Node& add_section(Node& parent, const char* name, const char* words, const Sharing& sharing) {
  const std::string heading = id_of(name) + "-heading";
  Node& section = parent.add("section").set("class", name).set("aria-labelledby", heading);
  section.add(sharing.heading, say(words, sharing)).set("id", heading).set("class", "heading");
  return section;
}

// Opens where the page stays as it is. noreferrer implies noopener (HTML standard,
// #link-type-noreferrer); old browsers know only that one.
void lead_outside(Node& control, const Sharing& sharing) {
  if (control.tag == "a") control.set("target", "_blank").set("rel", "noopener noreferrer");
  control.add("span", " " + say("new_window", sharing)).set("class", "unseen");
}

Node& add_button(Node& parent, const char* name, const std::string& label) {
  Node& button = parent.add("button", label).set("type", "button").set("id", id_of(name));
  return button.set("data-share", name);
}

void add_way(Node& list, Way way, const Sharing& sharing) {
  if (way == Way::mastodon && !sharing.has_script) return;
  const WayTraits& traits = traits_of(way);
  const std::string label = traits.label == nullptr ? say("share.email", sharing) : traits.label;
  Node& item = list.add("li");
  if (way == Way::mastodon) {
    add_button(item, traits.name, label)
        .set("aria-expanded", sharing.asks_server ? "true" : "false");
    return;
  }
  Node& link = item.add("a", label).set("id", id_of(traits.name));
  link.set("href", address_of(way, sharing.told)).set("data-share", traits.name);
  if (way != Way::email) lead_outside(link, sharing);
}

void add_ways(Node& section, const Sharing& sharing) {
  // Its style takes the bullets away, and with them Safari takes the role.
  Node& list = section.add("ul").set("class", "ways").set("role", "list").keyed("ways");
  if (sharing.has_clipboard) add_button(list.add("li"), "copy", say("share.copy", sharing));
  for (std::size_t i = 0; i < ways.size(); ++i) add_way(list, static_cast<Way>(i), sharing);
}

// Which server somebody has is known to nobody else, and kept nowhere.
void add_server(Node& section, const Sharing& sharing) {
  if (!sharing.asks_server) return;
  Node& form =
      section.add("form").set("class", "field").set("data-share", "server").keyed("server");
  form.set("novalidate");
  form.add("label", say("share.server", sharing)).set("for", "pb-share-server");
  if (sharing.lacks_server) {
    form.add("p", say("share.server.missing", sharing))
        .set("class", "error")
        .set("id", "pb-share-server-error")
        .keyed("error");
  }
  Node& input = form.add("input").set("id", "pb-share-server").set("type", "text");
  input.set("dir", "ltr").set("inputmode", "url").set("autocomplete", "off");
  input.set("autocapitalize", "none").set("spellcheck", "false").set("value", sharing.server);
  if (sharing.lacks_server) {
    input.set("aria-invalid", "true").set("aria-describedby", "pb-share-server-error");
  }
  lead_outside(form.add("button", say("share.button", sharing)), sharing);
}

void add_copying(Node& section, const Sharing& sharing) {
  if (!sharing.has_clipboard && sharing.copying == Copying::not_yet) return;
  if (sharing.copying == Copying::by_hand) {
    Node& field = section.add("div").set("class", "field").keyed("address");
    field.add("label", say("share.copy", sharing)).set("for", "pb-share-address");
    Node& input = field.add("input").set("id", "pb-share-address").set("readonly");
    input.set("dir", "ltr").set("value", sharing.told.address);
  }
  Node& region = section.add("p").set("class", "copied").set("role", "status").keyed("copied");
  if (sharing.copying == Copying::done) region.write(say("share.copied", sharing));
}

void add_share(Node& parent, const Sharing& sharing) {
  if (sharing.told.address.empty()) return;
  Node& section = add_section(parent, "share", "share.heading", sharing);
  if (sharing.has_device) {
    add_button(section, "device", say("share.button", sharing))
        .set("class", "submit")
        .set("part", "button");
  }
  add_ways(section, sharing);
  if (!sharing.has_script) return;
  add_server(section, sharing);
  add_copying(section, sharing);
}

void write_in_language(Node& node, const Text& text, const Sharing& sharing) {
  const Translation& translation = text.in(sharing.languages);
  node.write(translation.text);
  if (translation.language == sharing.words.tag()) return;
  node.set("lang", translation.language);
  const bool is_leftward = direction_of(translation.language) == Direction::right_to_left;
  node.set("dir", is_leftward ? "rtl" : "ltr");
}

void add_next_step(Node& parent, const Sharing& sharing) {
  const Onward& onward = sharing.source.onward;
  if (onward.url.empty() || onward.label.empty()) return;
  Node& section = add_section(parent, "step", "share.next", sharing);
  if (!onward.reason.empty()) write_in_language(section.add("p"), onward.reason, sharing);
  Node& link = section.add("p").add("a").set("href", onward.url).set("id", "pb-share-next");
  write_in_language(link.add("span"), onward.label, sharing);
  lead_outside(link, sharing);
}

}  // namespace

Node share_view(const Sharing& sharing) {
  Node node("div");
  node.set("class", "onward");
  add_share(node, sharing);
  add_next_step(node, sharing);
  return node;
}

}  // namespace petition_box
