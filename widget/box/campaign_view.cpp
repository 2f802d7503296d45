#include <string>

#include <box/showing.hpp>
#include <document/link.hpp>
#include <json/decimal.hpp>

namespace petition_box {
namespace {

Node& add_image(Node& parent, const std::string& address, const std::string& alt,
                const Showing& showing) {
  Node& image = parent.add("img");
  image.set("src", picture_address(address, showing.model.configuration.src));
  // Who has the picture need not know where it is looked at.
  return image.set("referrerpolicy", "no-referrer").set("alt", alt);
}

void add_organiser(Node& head, const Organiser& organiser, const Showing& showing) {
  if (organiser.name.empty()) return;
  // The name beside it says it all.
  if (!organiser.logo.empty()) add_image(head, organiser.logo, {}, showing).set("class", "logo");
  Node& line = head.add("p").set("class", "organiser");
  const Translation& name = organiser.name.in(showing.model.languages);
  if (organiser.url.empty()) {
    line.add("span", name.text);
  } else {
    add_outward_link(line, organiser.url, name.text, showing);
  }
  mark_language(*line.children.back(), name.language, showing);
}

void add_addressee(Node& head, const Showing& showing) {
  if (showing.petition.addressee.empty()) return;
  Node& line = head.add("p", showing.say(Phrase::addressee) + ' ').set("class", "addressee");
  write_translated(line.add("strong"), showing.petition.addressee, showing);
}

void add_last_day(Node& head, const Showing& showing) {
  if (!showing.petition.closes || is_over(showing.model.stage)) return;
  head.add("p", say_last_day(Phrase::open_until, showing))
      .set("class", "last-day")
      .keyed("last-day");
}

}  // namespace

std::string say_last_day(Phrase phrase, const Showing& showing) {
  return showing.say(phrase, {{"date", showing.language.date(*showing.petition.closes)},
                              {"zone", showing.language.time_zone(showing.petition.time_zone)}});
}

// Who asks whom, and until when.
void add_head(Node& petition, const Showing& showing) {
  Node& head = petition.add("div").set("class", "head");
  add_organiser(head, showing.petition.organiser, showing);
  add_addressee(head, showing);
  add_last_day(head, showing);
}

// Its space is kept by its width and height, so that nothing moves when it comes.
void add_picture(Node& petition, const Showing& showing) {
  const Picture& picture = showing.petition.picture;
  if (picture.src.empty()) return;
  constexpr const char* across[]{" left", "", " right"};
  constexpr const char* down[]{" top", "", " bottom"};
  const Translation& alt = picture.alt.in(showing.model.languages);
  Node& image = add_image(petition, picture.src, alt.text, showing);
  image.set("class", std::string("picture") + across[static_cast<int>(picture.across)] +
                         down[static_cast<int>(picture.down)]);
  image.set("width", json::decimal(picture.width)).set("height", json::decimal(picture.height));
  mark_language(image, alt.language, showing);
}

}  // namespace petition_box
