#include <string>
#include <utility>

#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <json/make.hpp>
#include <json/place.hpp>
#include <wire/marks.hpp>
#include <wire/unsayable.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Place;
using json::Value;

// A document can have no more of what is tried by itself.
constexpr int most_trials = 500;

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
    if (!mistakes_.empty()) return std::nullopt;
    json::Mistakes mistakes;
    auto request = request_of(all_marked_, mistakes);
    for (json::Mistake& mistake : mistakes) {
      mistake.pointer.insert(0, pointer_);
      mistakes_.push_back(std::move(mistake));
    }
    if (request) look_at_address(request->url);
    return request;
  }

  // Whether all arrives in it that the petition asks for.
  void look_at(const Request& all) {
    for (std::size_t i = 0; i < petition_.fields.size(); ++i) look_at_field(all, i);
    for (std::size_t i = 0; i < petition_.consents.size(); ++i) look_at_consent(all, i);
  }

 private:
  void look_at_options() {
    const Value* options = endpoint_.description.part("options");
    if (options == nullptr) return;
    Reader reader({}, mistakes_);
    for (const json::Member& option : options->members) read_option(option, reader);
  }

  // The member of the endpoint that the option is called.
  void read_option(const json::Member& option, Reader& reader) const {
    const Value* optional = option.value.find("optional");
    const bool is_optional = optional != nullptr && optional->boolean;
    const Place place =
        reader.required(written_, option.name.c_str(), is_optional ? nullptr : "protocol_option");
    const std::string_view kind = option.value.text_of("kind");
    if (kind == "integer") {
      reader.is(place, Kind::integer);
    } else if (kind == "text") {
      reader.text(place);
    } else if (reader.is(place, Kind::object)) {
      for (const json::Member& pair : place.value->members) {
        reader.text({&pair.value, &place, pair.name});
      }
    }
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

  void look_at_field(const Request& all, std::size_t index) {
    const Field& field = petition_.fields[index];
    if (all.body.find(mark_of(index)) != std::string::npos || tells_values_of(field)) return;
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
    if (body_of(without) != all.body) return;
    const std::size_t unlisted = petition_.lists_sign ? 0 : 1;
    note_unsaid("/consents/" + json::decimal(index - unlisted), "sayable_consent ", consent.name);
  }

  void note_unsaid(std::string pointer, const char* expected, const std::string& name) {
    json::Mistake& mistake = json::note(mistakes_, std::move(pointer), expected, name.c_str());
    if (json::mistakes_say_what) {
      mistake.expected += endpoint_.description.written.text_of("protocol");
    }
  }

  const Endpoint& endpoint_;
  const Petition& petition_;
  const Place written_;
  std::string pointer_;  // of the protocol
  json::Mistakes& mistakes_;
  const Signature all_marked_ = marked(petition_);
  const std::vector<NameValue> statements_ = marked_statements(petition_);
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
  if (count.value == nullptr || !reader.is(count, Kind::object)) return;
  std::string url;
  reader.link(count, "url", url, "link");
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
  Trial(endpoint, {&endpoint.written, &also, {}, index}, mistakes).make_request();
  return mistakes;
}

}  // namespace petition_box::described
