#include <algorithm>
#include <utility>

#include <document/link.hpp>
#include <document/reader.hpp>
#include <json/place.hpp>
#include <wire/marks.hpp>
#include <wire/plain_form.hpp>
#include <wire/template.hpp>

namespace petition_box::described {
namespace {

using json::Place;
using json::Value;

// What is sent for a signature, as names and values.
using Pairs = std::vector<NameValue>;

bool has(const Pairs& pairs, const NameValue& wanted) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const NameValue& pair) {
    return pair.name == wanted.name && pair.value == wanted.value;
  });
}

class FormTrial {
 public:
  explicit FormTrial(const Endpoint& endpoint)
      : endpoint_(endpoint),
        whole_{&endpoint.description.written},
        form_(Reader::member(whole_, "form")) {}

  std::optional<PlainForm> run() {
    if (form_.value == nullptr) return std::nullopt;
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    auto action =
        render_address(Reader::member(form_, "action"), names_of(endpoint_, {}, {}), reader);
    if (!action || !is_form_target(*action)) return std::nullopt;
    plain_.action = std::move(*action);
    plain_.is_multipart = endpoint_.description.encoding() == Encoding::multipart;
    const auto constant = pairs_with(unsigned_);
    if (!constant || !add_fields(*constant) || !add_consents(*constant)) return std::nullopt;
    plain_.hidden = *constant;
    return std::move(plain_);
  }

 private:
  // Without a signature, which has no id before there is a script.
  static Signature said_of_itself(const Petition& petition) {
    Signature signature;
    signature.language = petition.languages.front();
    signature.document_version = petition.version;
    return signature;
  }

  std::optional<Pairs> pairs_with(const Signature& signature) const {
    const Place own = Reader::member(form_, "body");
    const Place request = Reader::member(whole_, "request");
    const Place body = own.value == nullptr ? Reader::member(request, "body") : own;
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    if (body.value == nullptr) return std::nullopt;
    const Value names = names_of(endpoint_, signature, marked_statements(endpoint_.petition));
    auto value = render(body, names, reader);
    if (!value) return std::nullopt;
    forget_nulls(*value);
    return pairs_of(*value);
  }

  // What is sent for it and not without it; nothing where that is not one pair.
  std::optional<NameValue> one_more(const Signature& signature, const Pairs& constant) const {
    const auto pairs = pairs_with(signature);
    std::optional<NameValue> more;
    if (!pairs) return std::nullopt;
    for (const NameValue& pair : *pairs) {
      if (has(constant, pair)) continue;
      if (more) return std::nullopt;
      more = pair;
    }
    return more;
  }

  bool add_fields(const Pairs& constant) {
    const auto& fields = endpoint_.petition.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const bool is_tick = fields[i].kind == FieldKind::tick;
      const std::string answer = is_tick ? std::string(ticked) : mark_of(i);
      Signature signature = unsigned_;
      signature.answers[fields[i].name] = answer;
      auto sent = one_more(signature, constant);
      if (!sent || (!is_tick && sent->value != answer)) return false;
      plain_.controls.push_back({fields[i].name, std::move(sent->name),
                                 is_tick ? std::move(sent->value) : std::string()});
    }
    return true;
  }

  // To sign is said by signing.
  bool add_consents(const Pairs& constant) {
    for (const Consent& consent : endpoint_.petition.consents) {
      Signature signature = unsigned_;
      signature.answers.consent(consent.name).decision = Decision::given;
      auto sent = one_more(signature, constant);
      if (sent) {
        plain_.controls.push_back(
            {control_name(consent.name), std::move(sent->name), std::move(sent->value)});
      } else if (consent.name != purpose::sign) {
        return false;
      }
    }
    return true;
  }

  const Endpoint& endpoint_;
  Place whole_;
  Place form_;
  const Signature unsigned_ = said_of_itself(endpoint_.petition);
  PlainForm plain_;
};

}  // namespace

std::optional<PlainForm> plain_form(const Endpoint& endpoint) { return FormTrial(endpoint).run(); }

}  // namespace petition_box::described
