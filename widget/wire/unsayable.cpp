#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <json/make.hpp>
#include <json/place.hpp>
#include <wire/marks.hpp>
#include <wire/template.hpp>
#include <wire/unsayable.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Place;
using json::Value;

// A document can have no more of what is tried by itself.
constexpr int most_trials = 500;

// Warnings are for whoever writes the document, and not for its readers, who download this.
bool tells_warnings() { return json::mistakes_say_what; }

// In the place of a name that an option does not tell.
constexpr const char* name_mark = "petitionboxname";

// Whether there is null, or nothing, in the place of the mark, with the rest around it.
bool loses_mark(const Value& marked, const Value* found) {
  if (marked.kind == Kind::text && marked.text.find(name_mark) != std::string::npos) {
    return found == nullptr || found->kind == Kind::null;
  }
  if (found == nullptr) return false;
  if (marked.kind == Kind::array && marked.members.size() != found->members.size()) return false;
  for (std::size_t i = 0; i < marked.members.size(); ++i) {
    const json::Member& member = marked.members[i];
    const Value* other =
        marked.kind == Kind::array ? &found->members[i].value : found->find(member.name);
    if (loses_mark(member.value, other)) return true;
  }
  return false;
}

bool is_optional(const Value& option) {
  const Value* optional = option.find("optional");
  return optional != nullptr && optional->boolean;
}

template <class Members>
void look_at_members(const Place& written, const Members& known, const Value* options,
                     json::Mistakes& mistakes) {
  for (const json::Member& member : written.value->members) {
    const bool is_option = options != nullptr && options->find(member.name) != nullptr;
    if (is_option || is_among(known, member.name) || member.name.rfind("x-", 0) == 0) continue;
    json::Mistake& mistake =
        json::note(mistakes, json::pointer({&member.value, &written, member.name}), "members",
                   "an unknown member", json::Severity::warning);
    if (!json::mistakes_say_what) continue;
    for (const std::string_view name : known) {
      mistake.expected.append(name == known.front() ? " " : ", ").append(name);
    }
    if (options == nullptr) continue;
    for (const json::Member& option : options->members) mistake.expected += ", " + option.name;
  }
}

// An endpoint of a document, at its place there.
class Trial {
 public:
  Trial(const Endpoint& endpoint, const Place& written, json::Mistakes& mistakes)
      : endpoint_(endpoint),
        petition_(endpoint.petition),
        written_(written),
        pointer_(json::pointer(written) + "/protocol"),
        mistakes_(mistakes) {}

  // The request for a signature that answers everything; nothing where none can be made.
  std::optional<Request> make_request() {
    look_at_options();
    if (endpoint_.description.part("request") == nullptr) {
      json::note(mistakes_, pointer_, "sending_protocol", "one that only counts");
    }
    if (json::has_error(mistakes_)) return std::nullopt;
    look_at_names_of_errors();
    json::Mistakes mistakes;
    auto request = request_of(all_marked_, mistakes);
    take(std::move(mistakes));
    if (request) look_at_address(request->url);
    return request;
  }

  // Whether all arrives in it that the petition asks for.
  void look_at(const Request& all) {
    if (tells_warnings()) look_at_source(all);
    for (std::size_t i = 0; i < petition_.fields.size(); ++i) look_at_field(all, i);
    for (std::size_t i = 0; i < petition_.consents.size(); ++i) look_at_consent(all, i);
  }

 private:
  // Those of the description, at their places in the document.
  void take(json::Mistakes mistakes) {
    for (json::Mistake& mistake : mistakes) {
      mistake.pointer.insert(0, pointer_);
      mistakes_.push_back(std::move(mistake));
    }
  }

  void look_at_options() {
    const Value* options = endpoint_.description.part("options");
    if (options == nullptr) return;
    Reader reader({}, mistakes_);
    for (const json::Member& option : options->members) read_option(option, reader);
  }

  // The member of the endpoint that the option is called.
  void read_option(const json::Member& option, Reader& reader) {
    const Place place = reader.required(written_, option.name.c_str(),
                                        is_optional(option.value) ? nullptr : "protocol_option");
    const std::string_view kind = option.value.text_of("kind");
    if (kind == "integer") {
      reader.is(place, Kind::integer);
    } else if (kind == "text") {
      reader.text(place);
    } else if (reader.is(place, Kind::object)) {
      const bool is_of_consents = option.value.find("of") != nullptr;
      for (const json::Member& pair : place.value->members) {
        const Place named{&pair.value, &place, pair.name};
        reader.text(named);
        if (tells_warnings()) look_at_key(named, is_of_consents);
      }
    }
  }

  // The name of a field or a consent, of which something is told.
  void look_at_key(const Place& named, bool is_of_consents) {
    const std::string name(named.name);
    if (is_consent(name) || (!is_of_consents && is_field(name)) || name.rfind("x-", 0) == 0) return;
    strangers_.push_back(name);
    json::note(mistakes_, json::pointer(named), is_of_consents ? "consent_name" : "own_name",
               json::mistakes_say_what ? ('"' + name + '"').c_str() : "", json::Severity::warning);
  }

  bool is_consent(const std::string& name) const {
    return petition_.consent(name) != nullptr || is_among(known_purposes, name);
  }

  bool is_field(const std::string& name) const {
    return petition_.asks_for(name) ||
           std::any_of(known_fields.begin(), known_fields.end(),
                       [&](const KnownField& known) { return known.name == name; });
  }

  // What they are for an answer, whatever that is (wire/refused_fields.hpp).
  void look_at_names_of_errors() {
    const Place whole{&endpoint_.description.written};
    const Place errors = Reader::member(whole, "errors");
    const Place names = Reader::member(errors, "names");
    if (names.value == nullptr) return;
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    const auto made = render(names, names_of(endpoint_, {}, {}), reader);
    if (made && reader_is_object(*made, names, reader) && tells_warnings()) {
      for (const json::Member& pair : made->members) look_at_name(pair, names, mistakes);
    }
    take(std::move(mistakes));
  }

  static bool reader_is_object(const Value& made, const Place& names, Reader& reader) {
    if (made.kind == Kind::object) return true;
    reader.expected({&made, names.within, names.name}, "names_of_errors");
    return false;
  }

  void look_at_name(const json::Member& pair, const Place& names, json::Mistakes& mistakes) const {
    const std::string& name = pair.value.text;
    const bool is_told = std::find(strangers_.begin(), strangers_.end(), name) != strangers_.end();
    const bool is_known = pair.value.kind == Kind::text && (is_consent(name) || is_field(name));
    if (is_known || is_told || pair.value.kind == Kind::null) return;
    // One that was made has no place of its own.
    const bool is_written = names.value->find(pair.name) != nullptr;
    json::note(mistakes, json::pointer(is_written ? Place{&pair.value, &names, pair.name} : names),
               "own_name", json::mistakes_say_what ? ('"' + name + '"').c_str() : "",
               json::Severity::warning);
  }

  std::optional<Request> request_of(const Signature& signature, json::Mistakes& mistakes) const {
    return post(endpoint_, signature, statements_, mistakes);
  }

  // What is sent of the signature.
  std::string body_of(const Signature& signature) {
    json::Mistakes mistakes;
    const auto request = ++trials_ > most_trials ? std::nullopt : request_of(signature, mistakes);
    return request ? request->body : std::string();
  }

  void look_at_address(const std::string& url) {
    for (std::size_t i = 0; i < petition_.fields.size(); ++i) {
      if (url.find(mark_of(i)) == std::string::npos) continue;
      json::note(mistakes_, pointer_ + "/request/url", "no_answer_in_address",
                 petition_.fields[i].name.c_str());
    }
  }

  // It says nothing of a person: without it the signature is the same.
  void look_at_source(const Request& all) {
    if (petition_.source_parameter.empty()) return;
    Signature without = all_marked_;
    without.source.clear();
    if (body_of(without) != all.body) return;
    note_unsaid("/source_parameter", "sayable_source ", {}).severity = json::Severity::warning;
  }

  void look_at_field(const Request& all, std::size_t index) {
    const Field& field = petition_.fields[index];
    const bool arrives =
        all.body.find(mark_of(index)) != std::string::npos || tells_values_of(field);
    if (arrives && !lacks_name(field.name)) return;
    note_unsaid("/fields/" + json::decimal(index), "sayable_field ", field.name);
  }

  // Whether each answer that there is to choose makes another request than none.
  bool tells_values_of(const Field& field) {
    std::vector<std::string> values;
    if (field.kind == FieldKind::tick) values.emplace_back(ticked);
    for (const Option& option : field.options) values.push_back(option.value);
    Signature signature = all_marked_;
    std::string& answer = signature.answers[field.name];
    answer.clear();
    const std::string none = body_of(signature);
    for (std::string& value : values) {
      answer = std::move(value);
      const std::string body = body_of(signature);
      if (body.empty() || body == none) return false;
    }
    return !values.empty();
  }

  // Whoever signs agrees to sign: that need not be said.
  void look_at_consent(const Request& all, std::size_t index) {
    const Consent& consent = petition_.consents[index];
    if (consent.name == purpose::sign) return;
    Signature without = all_marked_;
    without.answers.consent(consent.name).decision = Decision::none;
    if (body_of(without) != all.body && !lacks_name(consent.name)) return;
    const std::size_t unlisted = petition_.lists_sign ? 0 : 1;
    note_unsaid("/consents/" + json::decimal(index - unlisted), "sayable_consent ", consent.name);
  }

  // Whether what it says is sent without a name, where an option may tell that.
  bool lacks_name(const std::string& name) {
    const Value* options = endpoint_.description.part("options");
    if (options == nullptr) return false;
    return std::any_of(options->members.begin(), options->members.end(),
                       [&](const json::Member& option) { return lacks_name(name, option); });
  }

  bool lacks_name(const std::string& name, const json::Member& option) {
    if (option.value.text_of("kind") != "names") return false;
    const Value* written = endpoint_.written.find(option.name);
    if (written != nullptr && written->find(name) != nullptr) return false;
    Value names = written == nullptr ? json::make(Kind::object) : *written;
    json::put(names, name, json::make_text(name_mark));
    Value endpoint = endpoint_.written;
    json::put(endpoint, option.name, std::move(names));
    const auto found = render_body(endpoint_.written);
    const auto marked = render_body(endpoint);
    return marked && loses_mark(*marked, found ? &*found : nullptr);
  }

  std::optional<Value> render_body(const Value& written) {
    if (++trials_ > most_trials) return std::nullopt;
    const Endpoint endpoint{endpoint_.description, petition_, written, endpoint_.url};
    const Place whole{&endpoint_.description.written};
    const Place request = Reader::member(whole, "request");
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    return render(Reader::member(request, "body"), names_of(endpoint, all_marked_, statements_),
                  reader);
  }

  json::Mistake& note_unsaid(std::string pointer, const char* expected, const std::string& name) {
    json::Mistake& mistake = json::note(mistakes_, std::move(pointer), expected, name.c_str());
    if (json::mistakes_say_what) {
      mistake.expected += endpoint_.description.written.text_of("protocol");
    }
    return mistake;
  }

  const Endpoint& endpoint_;
  const Petition& petition_;
  const Place written_;
  std::string pointer_;  // of the protocol
  json::Mistakes& mistakes_;
  const Signature all_marked_ = marked(petition_);
  const std::vector<NameValue> statements_ = marked_statements(petition_);
  std::vector<std::string> strangers_;  // names in options that nobody has
  int trials_ = 0;
};

// Whoever signs there is sent news, and must have agreed to that: GDPR Art. 4(11).
void look_at_list(const Endpoint& endpoint, const Place& written, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  if (endpoint.description.part("subscribes") == nullptr) return;
  const Place said = reader.required(written, "subscribes", "subscribes_everyone");
  const bool is_everyone = said.holds(Kind::text) && said.value->text == "everyone";
  if (said.value != nullptr && !is_everyone) reader.expected(said, "subscribes_everyone");
  const Consent* sign = endpoint.petition.consent(purpose::sign);
  if (sign == nullptr || sign->statement.empty()) {
    json::note(mistakes, "/consents", "joining_statement", "the usual words");
  }
}

// Where the document says that the number of signatures is told.
void look_at_count(const Place& written, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  const Place count = Reader::member(written, "count");
  if (!reader.object(count, {"url", "encoding", "body", "pointer"})) return;
  std::string url;
  reader.link(count, "url", url, "link");
  const Place body = Reader::member(count, "body");
  const auto is_encoding = [](std::string_view name) { return is_among(encoding_names, name); };
  reader.word(reader.required(count, "encoding", body.value == nullptr ? nullptr : "encoding"),
              is_encoding, "encoding");
  const Place pointer = reader.required(count, "pointer", "pointer");
  if (pointer.value == nullptr || !reader.is(pointer, Kind::text)) return;
  if (!json::is_pointer(pointer.value->text)) reader.expected(pointer, "pointer");
}

}  // namespace

json::Mistakes unsayable(const Endpoint& endpoint) {
  json::Mistakes mistakes;
  // The pointers are those of the document.
  const Value document = json::make(Kind::object);
  const Place whole{&document};
  const Place written{&endpoint.written, &whole, "endpoint"};
  if (endpoint.description.is("is_consent", false)) {
    json::note(mistakes, "/endpoint/protocol", "keeping_protocol", "one whose call is a consent");
  }
  look_at_list(endpoint, written, mistakes);
  look_at_count(written, mistakes);
  if (tells_warnings())
    look_at_members(written, members_of_own, endpoint.description.part("options"), mistakes);
  Trial trial(endpoint, written, mistakes);
  if (const auto request = trial.make_request()) trial.look_at(*request);
  return mistakes;
}

json::Mistakes unsayable_also(const Endpoint& endpoint, std::size_t index) {
  json::Mistakes mistakes;
  const Value document = json::make(Kind::object);
  const Value list = json::make(Kind::array);
  const Place whole{&document};
  const Place first{&document, &whole, "endpoint"};
  const Place also{&list, &first, "also"};
  const Place written{&endpoint.written, &also, {}, index};
  if (tells_warnings())
    look_at_members(written, members_of_also, endpoint.description.part("options"), mistakes);
  Trial(endpoint, written, mistakes).make_request();
  return mistakes;
}

json::Mistakes unsayable_in_reference(const Value& endpoint) {
  constexpr std::array<std::string_view, 3> members{"protocol", "url", "also"};
  json::Mistakes mistakes;
  const Value document = json::make(Kind::object);
  const Place whole{&document};
  if (tells_warnings()) {
    look_at_members(Place{&endpoint, &whole, "endpoint"}, members, nullptr, mistakes);
  }
  return mistakes;
}

}  // namespace petition_box::described
