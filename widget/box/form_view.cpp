#include <box/campaign_source.hpp>
#include <box/consent_view.hpp>
#include <box/error_view.hpp>
#include <box/field_view.hpp>
#include <box/showing.hpp>
#include <document/link.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

void tell(Node& notice, Phrase phrase, const Text& words, const Showing& showing) {
  Node& line = notice.add("p");
  line.add("strong", showing.say(phrase));
  write_translated(line.write(" ").add("span"), words, showing);
}

// What GDPR Art. 13 asks to be told where data is collected.
void add_notice(Node& form, const Showing& showing) {
  const Controller& controller = showing.petition.controller;
  Node& notice = form.add("div").set("class", "notice").keyed("notice");
  tell(notice, Phrase::notice_controller, controller.name, showing);
  tell(notice, Phrase::notice_purpose, controller.purpose, showing);
  tell(notice, Phrase::notice_retention, controller.retention, showing);
  notice.add("p", showing.say(Phrase::notice_rights));
  Node& links = notice.add("p").set("class", "links");
  add_outward_link(links, controller.contact, showing.say(Phrase::notice_contact), showing);
  if (!controller.privacy_policy.empty()) {
    links.write(" ");
    add_outward_link(links, controller.privacy_policy, showing.say(Phrase::notice_privacy_policy),
                     showing);
  }
  write_running_text(links.write(" "), showing.model.advice["country"], showing);
}

void add_hidden(Node& form, const char* name, const std::string& value) {
  form.add("input").set("type", "hidden").set("name", name).set("value", value).keyed(name);
}

void add_submit_button(Node& form, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  const bool failed = std::holds_alternative<Failed>(stage);
  Node& button = form.add("button", showing.say(is_under_way(stage) ? Phrase::sending
                                                : failed            ? Phrase::send_again
                                                                    : Phrase::sign));
  button.set("type", "submit").set("part", "button").set("class", "submit").set("id", "pb-submit");
  if (is_under_way(stage)) button.set("aria-disabled", "true");
}

// The answers are those that were sent, as long as they are on their way: a fieldset holds them
// still.
void add_questions(Node& form, const Showing& showing) {
  Node& questions = form.add("fieldset").set("class", "questions");
  if (is_under_way(showing.model.stage)) questions.set("disabled");
  questions.add("legend", showing.say(Phrase::your_answers)).set("class", "unseen");
  for (const Field& field : showing.petition.fields) add_field(questions, field, showing);
  order_names(questions, showing);
  for (const Consent& consent : showing.petition.consents) {
    add_consent(questions, consent, showing);
  }
}

}  // namespace

void add_form(Node& signing, const Showing& showing) {
  const Model& model = showing.model;
  const std::string address = endpoint_of(model).url;
  if (!is_form_target(address)) {
    signing.add("p", showing.say(Phrase::unavailable)).set("class", "unavailable");
    return add_status(signing, showing);
  }
  Node& form = signing.add("form");
  // Without the box it speaks the reference protocol, or goes nowhere: outside of a dialog the
  // method "dialog" does nothing (HTML standard, #form-submission-algorithm).
  const bool is_elsewhere = is_whole && model.description;
  form.set("method", is_elsewhere ? "dialog" : "post").set("novalidate");
  form.set("accept-charset", "utf-8");
  if (!is_elsewhere) form.set("action", address);
  add_hidden(form, "language", showing.language.tag());
  add_hidden(form, "document_version", showing.petition.version);
  add_hidden(form, "submission_id", model.submission_id);
  // An answer without script has an address of its own, and only this of the one before.
  if (is_whole && !std::holds_alternative<Editing>(model.stage)) {
    const std::string source = source_in(model, showing.platform);
    if (!source.empty()) add_hidden(form, "source", source);
  }
  if (!model.errors.empty()) add_error_summary(form, showing);
  const bool open = !is_over(model.stage);
  if (open) {
    form.add("p", showing.say(Phrase::all_required)).set("class", "all-required").keyed("required");
  }
  add_questions(form, showing);
  if (open) add_submit_button(form, showing);
  add_status(form, showing);
  add_notice(form, showing);
}

}  // namespace petition_box
