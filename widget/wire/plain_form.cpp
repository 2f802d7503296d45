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
  FormTrial(const Endpoint& endpoint, const std::string& language,
            const std::vector<NameValue>& statements)
      : endpoint_(endpoint),
        statements_(statements),
        whole_{&endpoint.description.written},
        form_(Reader::member(whole_, "form")) {
    unsigned_.language = language;
    unsigned_.document_version = endpoint.petition.version;
  }

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
  std::optional<Pairs> pairs_with(const Signature& signature) const {
    const Place own = Reader::member(form_, "body");
    const Place request = Reader::member(whole_, "request");
    const Place body = own.value == nullptr ? Reader::member(request, "body") : own;
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    if (body.value == nullptr) return std::nullopt;
    const Value names = names_of(endpoint_, signature, statements_);
    auto value = render(body, names, reader);
    if (!value) return std::nullopt;
    forget_nulls(*value);
    return pairs_of(*value);
  }

  // What is sent for it and not without it, if anything. False where that is more than a pair, or
  // something else is not sent then.
  bool is_one_more(const Signature& signature, const Pairs& constant,
                   std::optional<NameValue>& more) const {
    const auto pairs = pairs_with(signature);
    if (!pairs) return false;
    const auto is_sent = [&](const NameValue& pair) { return has(*pairs, pair); };
    if (!std::all_of(constant.begin(), constant.end(), is_sent)) return false;
    for (const NameValue& pair : *pairs) {
      if (has(constant, pair)) continue;
      if (more) return false;
      more = pair;
    }
    return true;
  }

  bool add_fields(const Pairs& constant) {
    const auto& fields = endpoint_.petition.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const bool is_tick = fields[i].kind == FieldKind::tick;
      const std::string answer = is_tick ? std::string(ticked) : mark_of(i);
      Signature signature = unsigned_;
      signature.answers[fields[i].name] = answer;
      std::optional<NameValue> sent;
      if (!is_one_more(signature, constant, sent) || !sent) return false;
      if (!is_tick && sent->value != answer) return false;
      plain_.controls.push_back({fields[i].name, std::move(sent->name),
                                 is_tick ? std::move(sent->value) : std::string()});
    }
    return true;
  }

  bool is_one_more(const Consent& consent, Decision decision, const Pairs& constant,
                   std::optional<NameValue>& more) const {
    Signature signature = unsigned_;
    signature.answers.consent(consent.name).decision = decision;
    return is_one_more(signature, constant, more);
  }

  // To sign is said by signing.
  bool add_consents(const Pairs& constant) {
    for (const Consent& consent : endpoint_.petition.consents) {
      std::optional<NameValue> yes;
      std::optional<NameValue> no;
      if (!is_one_more(consent, Decision::given, constant, yes)) return false;
      if (consent.asking == Asking::yes_no &&
          !is_one_more(consent, Decision::refused, constant, no)) {
        return false;
      }
      if (!yes && consent.name != purpose::sign) return false;
      if (no && (!yes || no->name != yes->name)) return false;
      if (!yes) continue;
      plain_.controls.push_back({control_name(consent.name), std::move(yes->name),
                                 std::move(yes->value), no ? std::move(no->value) : ""});
    }
    return true;
  }

  const Endpoint& endpoint_;
  const std::vector<NameValue>& statements_;
  Place whole_;
  Place form_;
  // Which has no id before there is a script.
  Signature unsigned_;
  PlainForm plain_;
};

}  // namespace

std::optional<PlainForm> plain_form(const Endpoint& endpoint, const std::string& language,
                                    const std::vector<NameValue>& statements) {
  return FormTrial(endpoint, language, statements).run();
}

}  // namespace petition_box::described
