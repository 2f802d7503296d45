#include <array>

#include <box/showing.hpp>
#include <document/country.hpp>
#include <document/link.hpp>
#include <form/postcode.hpp>
#include <form/statement.hpp>

namespace petition_box {
namespace {

// How a browser is told what a field is (HTML standard, #autofill-field and #autocapitalization).
struct Control {
  const char* tag;
  const char* type;  // of an input
  const char* autocomplete;
  const char* direction;  // null where it is the box's
  const char* capitals;   // null: of an ordinary text, with its spelling checked
};

// In the order of Field.
constexpr std::array<Control, all_fields.size()> controls{{
    {"input", "text", "given-name", "auto", "words"},
    {"input", "text", "family-name", "auto", "words"},
    {"input", "email", "email", "ltr", "off"},
    {"select", nullptr, "country", nullptr, nullptr},
    {"input", "text", "postal-code", "ltr", "characters"},
    {"textarea", nullptr, "off", "auto", nullptr},
}};

std::string id_of(const std::string& name) { return "pb-" + name; }

const FieldError* error_of(const std::string& name, const Model& model) {
  for (const FieldError& error : model.errors) {
    if (error.name == name) return &error;
  }
  return nullptr;
}

// An address that may be left out is missing only to somebody who wants news.
bool is_needed_for_updates(const FieldError& error, const Petition& petition) {
  const FieldRequest* request = petition.request(Field::email_address);
  return error == FieldError{name_of(Field::email_address), "missing"} && request != nullptr &&
         request->optional;
}

std::string wording_of(const FieldError& error, const Showing& showing) {
  const Model& model = showing.model;
  const std::string& country = model.answers[Field::country];
  const std::string most = showing.language.number(
      static_cast<std::int64_t>(error.name == "comment" ? most_comment_length : most_name_length));
  const std::string code =
      is_needed_for_updates(error, showing.petition) ? "needed_for_updates" : error.code;
  const std::string key = "error." + error.name + "." + code;
  const std::string general = "error." + error.code;
  const std::string found = showing.language.has(key)       ? key
                            : showing.language.has(general) ? general
                                                            : "error.other";
  return showing.say(found, {{"example", postcode_example(country)}, {"most", most}});
}

void add_error(Node& parent, const FieldError& error, const Showing& showing) {
  Node& line = parent.add("p").set("class", "error").keyed("error");
  line.set("id", id_of(error.name) + "-error");
  line.add("span", showing.say("error_prefix"));
  line.write(" " + wording_of(error, showing));
}

void add_error_summary(Node& form, const Showing& showing) {
  Node& summary = form.add("div").set("class", "summary").keyed("summary");
  summary.set("id", "pb-errors").set("tabindex", "-1");
  summary.set("role", "group").set("aria-labelledby", "pb-errors-heading");
  summary.add(showing.heading(2), showing.say("errors_heading")).set("id", "pb-errors-heading");
  Node& list = summary.add("ul");
  for (const FieldError& error : showing.model.errors) {
    const std::string words = wording_of(error, showing);
    Node& item = list.add("li").keyed(error.name);
    if (showing.petition.asks_for(error.name)) {
      add_inward_link(item, id_of(error.name), words);
    } else {
      item.write(words);
    }
  }
}

// The words of a mistake stand before the control, which points to them.
void add_error_of(Node& parent, const std::string& name, const Showing& showing) {
  const FieldError* error = error_of(name, showing.model);
  if (error != nullptr) add_error(parent, *error, showing);
}

// Said in any case: left to itself, a browser calls what is required and empty a mistake before
// anybody has touched it.
void mark_error(Node& control, const std::string& name, const Model& model) {
  const bool wrong = error_of(name, model) != nullptr;
  control.set("aria-invalid", wrong ? "true" : "false");
  if (wrong) control.set("aria-describedby", id_of(name) + "-error");
}

void add_countries(Node& select, const Showing& showing) {
  select.add("option", showing.say("choose_country")).set("value");
  for (const Region& region : showing.platform.regions(showing.language.tag(), country_codes)) {
    select.add("option", region.name).set("value", region.code).keyed(region.code);
  }
}

void add_control(Node& parent, const FieldRequest& request, const Showing& showing) {
  const Control& control = controls[static_cast<std::size_t>(request.field)];
  const std::string name = name_of(request.field);
  Node& node = parent.add(control.tag);
  if (control.type != nullptr) node.set("type", control.type);
  node.set("id", id_of(name)).set("name", name).set("autocomplete", control.autocomplete);
  if (control.direction != nullptr) node.set("dir", control.direction);
  if (control.capitals != nullptr) {
    node.set("spellcheck", "false").set("autocapitalize", control.capitals);
  }
  if (request.field == Field::comment) node.set("rows", "4");
  if (request.field == Field::country) add_countries(node, showing);
  if (!request.optional) node.set("required");
  mark_error(node, name, showing.model);
  node.set("value", showing.model.answers[request.field]);
}

void add_field(Node& questions, const FieldRequest& request, const Showing& showing) {
  const std::string name = name_of(request.field);
  std::string label = showing.say("field." + name);
  if (request.optional) label = showing.say("optional", {{"field", label}});
  Node& field = questions.add("div").set("class", "field " + name).keyed(name);
  field.add("label", label).set("for", id_of(name));
  add_error_of(field, name, showing);
  add_control(field, request, showing);
}

void add_consent(Node& questions, Purpose purpose, const Showing& showing) {
  const std::string name = name_of(purpose);
  const std::string id = id_of(name);
  const Statement statement =
      statement_of(purpose, showing.petition, showing.language, showing.model.languages);
  const bool is_required = purpose == Purpose::sign;
  Node& consent = questions.add("div").set("class", "consent").keyed(name);
  add_error_of(consent, name, showing);
  Node& box = consent.add("input").set("type", "checkbox").set("id", id).set("name", name);
  box.set("value", "given");
  if (is_required) box.set("required");
  mark_error(box, name, showing.model);
  box.set("checked", showing.model.answers[purpose].given ? "checked" : "");
  Node& label = consent.add("label").set("for", id);
  label.write(is_required ? statement.text : showing.say("optional", {{"field", statement.text}}));
  mark_language(label, statement.language, showing);
}

void tell(Node& notice, const char* key, const Text& words, const Showing& showing) {
  Node& line = notice.add("p");
  line.add("strong", showing.say(key));
  write_translated(line.write(" ").add("span"), words, showing);
}

// What GDPR Art. 13 asks to be told where data is collected.
void add_notice(Node& form, const Showing& showing) {
  const Controller& controller = showing.petition.controller;
  Node& notice = form.add("div").set("class", "notice").keyed("notice");
  tell(notice, "notice.controller", controller.name, showing);
  tell(notice, "notice.purpose", controller.purpose, showing);
  tell(notice, "notice.retention", controller.retention, showing);
  notice.add("p", showing.say("notice.rights"));
  Node& links = notice.add("p").set("class", "links");
  add_outward_link(links, controller.contact, showing.say("notice.contact"), showing);
  if (controller.privacy_policy.empty()) return;
  links.write(" ");
  add_outward_link(links, controller.privacy_policy, showing.say("notice.privacy_policy"), showing);
}

void add_hidden(Node& form, const char* name, const std::string& value) {
  form.add("input").set("type", "hidden").set("name", name).set("value", value).keyed(name);
}

void add_submit_button(Node& form, const Showing& showing) {
  const Stage& stage = showing.model.stage;
  const bool failed = std::holds_alternative<Failed>(stage);
  Node& button = form.add("button", showing.say(is_under_way(stage) ? "sending"
                                                : failed            ? "send_again"
                                                                    : "sign"));
  button.set("type", "submit").set("class", "submit").set("id", "pb-submit");
  if (is_under_way(stage)) button.set("aria-disabled", "true");
}

// The answers are those that were sent, as long as they are on their way: a fieldset holds them
// still.
void add_questions(Node& form, const Showing& showing) {
  Node& questions = form.add("fieldset").set("class", "questions");
  if (is_under_way(showing.model.stage)) questions.set("disabled");
  questions.add("legend", showing.say("your_answers")).set("class", "unseen");
  for (const FieldRequest& request : showing.petition.fields) {
    add_field(questions, request, showing);
  }
  add_consent(questions, Purpose::sign, showing);
  if (showing.petition.updates) add_consent(questions, Purpose::updates, showing);
}

}  // namespace

void add_form(Node& signing, const Showing& showing) {
  const Model& model = showing.model;
  if (!is_form_target(model.configuration.endpoint)) {
    signing.add("p", showing.say("unavailable")).set("class", "unavailable");
    return add_status(signing, showing);
  }
  Node& form = signing.add("form").set("method", "post").set("novalidate");
  form.set("action", model.configuration.endpoint).set("accept-charset", "utf-8");
  add_hidden(form, "language", showing.language.tag());
  add_hidden(form, "document_version", showing.petition.version);
  add_hidden(form, "submission_id", model.submission_id);
  if (!model.errors.empty()) add_error_summary(form, showing);
  const bool open = !is_over(model.stage);
  if (open) {
    form.add("p", showing.say("all_required")).set("class", "all-required").keyed("required");
  }
  add_questions(form, showing);
  if (open) add_submit_button(form, showing);
  add_status(form, showing);
  add_notice(form, showing);
}

}  // namespace petition_box
