#include <string>
#include <utility>

#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <json/make.hpp>
#include <json/place.hpp>
#include <json/write.hpp>
#include <wire/marks.hpp>
#include <wire/unsayable.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Mistake;
using json::Place;
using json::Value;

// A document can have no more of what is tried by itself.
constexpr int most_trials = 500;

// Of an option, the member of the endpoint that it is called.
void read_option(const Place& endpoint, const json::Member& option, Reader& reader) {
  const Value* optional = option.value.find("optional");
  const bool is_optional = optional != nullptr && optional->boolean;
  const char* name = option.name.c_str();
  const Place place = reader.required(endpoint, name, is_optional ? nullptr : "protocol_option");
  const std::string& kind = option.value.find("kind")->text;
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

class Trial {
 public:
  Trial(const Endpoint& endpoint, json::Mistakes& mistakes)
      : endpoint_(endpoint), petition_(endpoint.petition), mistakes_(mistakes) {}

  void run() {
    json::Mistakes mistakes;
    const auto rendered = render(all_marked_, mistakes);
    for (Mistake& mistake : mistakes) {
      mistake.pointer.insert(0, "/endpoint/protocol");
      mistakes_.push_back(std::move(mistake));
    }
    if (!rendered) return;
    for (std::size_t i = 0; i < petition_.fields.size(); ++i) look_at_field(*rendered, i);
    for (std::size_t i = 0; i < petition_.consents.size(); ++i) look_at_consent(*rendered, i);
  }

 private:
  std::optional<Rendered> render(const Signature& signature, json::Mistakes& mistakes) const {
    return described::render(endpoint_, names_of(endpoint_, signature, statements_), mistakes);
  }

  // What is sent of the signature, as a text.
  std::string body_of(const Signature& signature) {
    json::Mistakes mistakes;
    const auto rendered = ++trials_ > most_trials ? std::nullopt : render(signature, mistakes);
    return rendered ? json::write(rendered->body) : std::string();
  }

  void look_at_field(const Rendered& all, std::size_t index) {
    const Field& field = petition_.fields[index];
    const std::string mark = mark_of(index);
    if (all.url.find(mark) != std::string::npos) {
      mistakes_.push_back({"/endpoint/protocol/request/url", "no_answer_in_address", field.name});
    }
    if (json::write(all.body).find(mark) != std::string::npos || tells_values_of(field)) return;
    mistakes_.push_back(
        {"/fields/" + json::decimal(index), "sayable_field " + protocol(), field.name});
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
  void look_at_consent(const Rendered& all, std::size_t index) {
    const Consent& consent = petition_.consents[index];
    if (consent.name == purpose::sign) return;
    Signature without = all_marked_;
    without.answers.consent(consent.name).decision = Decision::none;
    if (body_of(without) != json::write(all.body)) return;
    const std::size_t unlisted = petition_.lists_sign ? 0 : 1;
    mistakes_.push_back({"/consents/" + json::decimal(index - unlisted),
                         "sayable_consent " + protocol(), consent.name});
  }

  std::string protocol() const { return endpoint_.description.part("protocol")->text; }

  const Endpoint& endpoint_;
  const Petition& petition_;
  json::Mistakes& mistakes_;
  const Signature all_marked_ = marked(petition_);
  const std::vector<NameValue> statements_ = marked_statements(petition_);
  int trials_ = 0;
};

// Whoever signs there is sent news, and must have agreed to that: GDPR Art. 4(11).
void look_at_list(const Endpoint& endpoint, const Place& written, Reader& reader,
                  json::Mistakes& mistakes) {
  if (endpoint.description.part("subscribes") == nullptr) return;
  const Place said = Reader::member(written, "subscribes");
  if (!said.holds(Kind::text) || said.value->text != "everyone") {
    if (said.value == nullptr) {
      reader.required(written, "subscribes", "subscribes_everyone");
    } else {
      reader.expected(said, "subscribes_everyone");
    }
  }
  const Consent* sign = endpoint.petition.consent(purpose::sign);
  if (sign == nullptr || sign->statement.empty()) {
    mistakes.push_back({"/consents", "joining_statement", "the usual words"});
  }
}

}  // namespace

json::Mistakes unsayable(const Endpoint& endpoint) {
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  // The pointers are those of the document.
  const Value document = json::make(Kind::object);
  const Place whole{&document};
  const Place written{&endpoint.petition.endpoint, &whole, "endpoint"};
  if (const Value* options = endpoint.description.part("options")) {
    for (const json::Member& option : options->members) read_option(written, option, reader);
  }
  look_at_list(endpoint, written, reader, mistakes);
  if (endpoint.description.part("request") == nullptr) {
    mistakes.push_back({"/endpoint/protocol", "sending_protocol", "one that only counts"});
  }
  if (mistakes.empty()) Trial(endpoint, mistakes).run();
  return mistakes;
}

}  // namespace petition_box::described
