#pragma once

#include <string>
#include <string_view>

#include <box/model.hpp>
#include <box/press.hpp>
#include <document/running_text.hpp>
#include <language/language.hpp>
#include <markup/node.hpp>

namespace petition_box {

// What the parts of the view are made from, once there are a petition and words to show it with.
struct Showing {
  const Model& model;
  const Petition& petition;
  Language language;
  const Platform& platform;

  // The tag of a heading so many levels below the title's.
  const char* heading(int below) const;

  std::string say(Phrase phrase, std::initializer_list<Argument> arguments = {}) const {
    return language.say(phrase, arguments);
  }
};

// Writes a text of the petition into the node, which is marked with the text's language where that
// is not the box's.
void write_translated(Node& node, const Text& text, const Showing& showing);
void mark_language(Node& node, const std::string& language, const Showing& showing);

// The text in the syntax of document/running_text.hpp.
void write_running_text(Node& node, const std::string& source, const Showing& showing);

// A link that leaves the page as it is, with all that was typed in it: to a page it leads in a
// window of its own, and says so; an address for e-mail needs none.
void add_outward_link(Node& parent, const std::string& url, const std::string& label,
                      const Showing& showing);

// One that sends nothing. What it is about ends what is pressed, after a colon.
Node& add_button(Node& parent, const std::string& label, Press press,
                 const std::string& about = {});

// A link that a press follows within the box: what is pressed (box/press.hpp), and what it is
// about, which ends both. Where nobody listens, it leads to the address.
Node& add_pressed_link(Node& parent, const std::string& label, const char* href, const char* press,
                       const std::string& about);

// A link to an element of the box. Fragments do not reach into a shadow root, so there the press
// counts.
Node& add_inward_link(Node& parent, const std::string& id, const std::string& label);

// The last day for signatures, in the sentence of the phrase, with its time zone.
std::string say_last_day(Phrase phrase, const Showing& showing);

// The parts.
void add_petition(Node& box, const Showing& showing);
void add_head(Node& petition, const Showing& showing);
void add_picture(Node& petition, const Showing& showing);
void add_progress(Node& signing, const Showing& showing);
// In reach while the petition is read, where its form is below it: the number, and the way there.
void add_bar_to_form(Node& sides, const Showing& showing);
void add_form(Node& signing, const Showing& showing);

// How the sending goes, in a region that screen readers announce; or how it ended, to be read on
// from its heading.
void add_status(Node& parent, const Showing& showing);

}  // namespace petition_box
