#include <algorithm>

#include <box/error_view.hpp>
#include <box/field_view.hpp>
#include <document/whole.hpp>
#include <form/postcode.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

// From the range for use in films and books that France's authority keeps free.
constexpr const char* phone_example = "+33 1 99 00 12 34";

// An address that may be left out is missing only to somebody who wants news.
bool is_needed_for_updates(const FieldError& error, const Petition& petition) {
  const Field* field = petition.field("email_address");
  return error == FieldError{"email_address", "missing"} && field != nullptr && field->optional;
}

// The words of its own for a field that is known; else those for its kind; else those for all.
std::string key_of(const FieldError& error, const Field* field, const Showing& showing) {
  const std::string code =
      is_needed_for_updates(error, showing.petition) ? "needed_for_updates" : error.code;
  const char* kind = field == nullptr ? "consent" : name_of(field->kind);
  for (const char* about : {error.name.c_str(), kind}) {
    std::string key = std::string("error.").append(about).append(".").append(code);
    if (showing.language.has(key)) return key;
  }
  std::string key = "error." + code;
  return showing.language.has(key) ? key : "error.other";
}

std::string example_of(const Field* field, const Showing& showing) {
  if (field == nullptr) return {};
  if (is_whole && field->kind == FieldKind::phone) return phone_example;
  return std::string(postcode_example(showing.model.answers["country"]));
}

std::string wording_of(const FieldError& error, const Showing& showing) {
  const Field* field = showing.petition.field(error.name);
  const std::size_t most = field == nullptr ? 0 : most_length_of(*field);
  return showing.language.say(
      key_of(error, field, showing),
      {{"label", field == nullptr ? std::string() : label_of(*field, showing).text},
       {"example", example_of(field, showing)},
       {"most", showing.language.number(static_cast<std::int64_t>(most))}});
}

// Whether the endpoint did not tell which answers it minds.
bool says_nothing(const std::vector<FieldError>& errors) {
  return errors.size() == 1 && errors.front().name.empty();
}

// What may be done then: the page's own link is one thing.
void add_another_way(Node& summary, Node& list, const Showing& showing) {
  list.add("li", showing.say(Phrase::errors_heading));
  summary.add("slot");
}

}  // namespace

std::string id_of(std::string_view control) { return std::string("pb-").append(control); }

std::string error_id_of(std::string_view control) { return id_of(control) + "-error"; }

const FieldError* error_of(std::string_view control, const Model& model) {
  const auto found = std::find_if(model.errors.begin(), model.errors.end(),
                                  [&](const FieldError& error) { return error.name == control; });
  return found == model.errors.end() ? nullptr : &*found;
}

void add_error_summary(Node& form, const Showing& showing) {
  Node& summary = form.add("div").set("class", "summary").keyed("summary");
  // Keys are told while it stands: each may take a mistake away.
  summary.set("id", "pb-errors").set("tabindex", "-1").set("data-keys");
  summary.set("role", "group").set("aria-labelledby", "pb-errors-heading");
  const bool is_unsaid = is_whole && says_nothing(showing.model.errors);
  const Phrase heading = is_unsaid ? Phrase::status_failed_heading : Phrase::errors_heading;
  summary.add(showing.heading(2), showing.say(heading)).set("id", "pb-errors-heading");
  Node& list = summary.add("ul");
  if (is_unsaid) return add_another_way(summary, list, showing);
  for (const FieldError& error : showing.model.errors) {
    const std::string words = wording_of(error, showing);
    Node& item = list.add("li").keyed(error.name);
    if (showing.petition.asks_for(error.name)) {
      add_inward_link(item, id_of(error.name), words);
    } else {
      item.write(words);
    }
  }
  order_names(list, showing);
}

void add_error_of(Node& parent, const std::string& control, const Showing& showing) {
  const FieldError* error = error_of(control, showing.model);
  if (error == nullptr) return;
  Node& line = parent.add("p").set("class", "error").keyed("error");
  line.set("id", error_id_of(control));
  line.add("span", showing.say(Phrase::error_prefix));
  line.write(" " + wording_of(*error, showing));
}

// Said in any case: left to itself, a browser calls what is required and empty a mistake before
// anybody has touched it.
void mark_error(Node& element, const std::string& control, const Model& model) {
  const bool wrong = error_of(control, model) != nullptr;
  element.set("aria-invalid", wrong ? "true" : "false");
  if (wrong) element.set("aria-describedby", error_id_of(control));
}

}  // namespace petition_box
