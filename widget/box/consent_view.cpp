#include <box/choice_view.hpp>
#include <box/consent_view.hpp>
#include <box/error_view.hpp>
#include <box/field_view.hpp>
#include <box/press.hpp>
#include <document/whole.hpp>
#include <form/statement.hpp>

namespace petition_box {
namespace {

Translation statement_beside(const Consent& consent, const Showing& showing) {
  const Statement statement =
      statement_of(consent, showing.petition, showing.language, showing.model.languages);
  Translation words{statement.language, statement.text};
  return consent.name == purpose::sign ? words : optional(std::move(words), showing);
}

void add_box(Node& line, const Consent& consent, const Showing& showing) {
  const std::string control = control_name(consent.name);
  add_error_of(line, control, showing);
  Node& box = add_choice(line,
                         {"checkbox", id_of(control), control, name_of(Decision::given),
                          showing.model.answers.gives(consent.name)},
                         statement_beside(consent, showing), showing);
  if (consent.name == purpose::sign) box.set("required");
  mark_error(box, control, showing.model);
}

void add_yes_no(Node& line, const Consent& consent, const Showing& showing) {
  const std::string control = control_name(consent.name);
  Node& group = add_group(line, "radiogroup", control, statement_beside(consent, showing), showing);
  const Decision answer = showing.model.answers.consent(consent.name).decision;
  for (const Decision decision : {Decision::given, Decision::refused}) {
    const bool yes = decision == Decision::given;
    add_choice(group,
               {"radio", id_of(control) + (yes ? "" : "-no"), control, name_of(decision),
                answer == decision},
               {showing.language.tag(), showing.say(yes ? Phrase::yes : Phrase::no)}, showing);
  }
}

// Who asks is not who asks for the signature: how to reach them, and what they do with the data.
void add_partner(Node& line, const Partner& partner, const Showing& showing) {
  Node& links = line.add("p").set("class", "links");
  write_translated(links.add("span"), partner.name, showing);
  links.write(" ");
  add_outward_link(links, partner.contact, showing.say(Phrase::notice_contact), showing);
  links.write(" ");
  add_outward_link(links, partner.privacy_policy, showing.say(Phrase::notice_privacy_policy),
                   showing);
}

void add_words(Node& node, const Text& own, Phrase phrase, const Showing& showing) {
  if (own.empty()) {
    node.write(showing.say(phrase));
  } else {
    write_translated(node, own, showing);
  }
}

}  // namespace

void add_consent(Node& questions, const Consent& consent, const Showing& showing) {
  const std::string control = control_name(consent.name);
  Node& line = questions.add("div").set("class", "consent").keyed(control);
  if (is_whole && consent.asking == Asking::yes_no) {
    add_yes_no(line, consent, showing);
  } else {
    add_box(line, consent, showing);
  }
  if (!consent.hint.empty()) {
    write_translated(line.add("p").set("class", "hint"), consent.hint, showing);
  }
  if (is_whole && consent.by) add_partner(line, *consent.by, showing);
}

// No answer is the easier one: both buttons are alike, and the heading has the focus (EDPB
// 03/2022).
void add_second_question(Node& box, const Consent& consent, const Showing& showing) {
  Node& dialog = box.add("dialog").set("id", "pb-question");
  dialog.keyed("question").set("aria-labelledby", "pb-question-heading");
  dialog.set("aria-describedby", "pb-question-words").set("data-cancel", name_of(Press::go_back));
  Node& heading = dialog.add(showing.heading(2));
  heading.set("id", "pb-question-heading").set("class", "heading").set("tabindex", "-1");
  add_words(heading, consent.second_question->question, Phrase::second_question, showing);
  Node& words = dialog.add("p").set("id", "pb-question-words");
  add_words(words, consent.second_question->reassurance, Phrase::second_question_reassurance,
            showing);
  Node& buttons = dialog.add("div").set("class", "buttons");
  add_button(buttons, showing.say(Phrase::second_question_accept), Press::accept);
  add_button(buttons, showing.say(Phrase::second_question_decline), Press::decline);
}

}  // namespace petition_box
