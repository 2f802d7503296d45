#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include <document/consent.hpp>
#include <document/field.hpp>
#include <unit/document/any_document.hpp>
#include <unit/document/documents.hpp>

namespace petition_box::documents {
namespace {

using Json = nlohmann::ordered_json;

class Author {
 public:
  explicit Author(std::mt19937& random) : random_(random) {}

  std::string document() {
    Json document = Json::parse(small);
    document["fields"] = fields();
    if (!one_in(6)) document["consents"] = consents();
    if (one_in(4)) answer_beforehand(document);
    return document.dump();
  }

 private:
  std::size_t below(std::size_t most) { return random_() % most; }
  bool one_in(std::size_t many) { return below(many) == 0; }
  template <class Things>
  const auto& one_of(const Things& things) {
    return *std::next(std::begin(things), static_cast<std::ptrdiff_t>(below(std::size(things))));
  }

  Json fields() {
    Json fields = Json::array();
    if (!one_in(4)) fields.push_back({{"name", "email_address"}});
    for (std::size_t i = below(5) + (fields.empty() ? 1 : 0); i > 0; --i) {
      fields.push_back(field("field_" + std::to_string(i)));
    }
    for (Json& field : fields) {
      if (one_in(3)) field["optional"] = true;
    }
    return fields;
  }

  Json field(const std::string& name) {
    const FieldKind kind = one_of(all_field_kinds);
    Json field{{"name", name}, {"kind", name_of(kind)}, {"label", "Label"}};
    if (kind == FieldKind::country && one_in(2)) field["initial"] = "FR";
    for (std::size_t i = has_options(kind) ? 1 + below(9) : 0; i > 0; --i) {
      field["options"].push_back({{"value", "option_" + std::to_string(i)}, {"label", "Option"}});
    }
    return field;
  }

  Json consents() {
    Json consents = Json::array();
    bool asks_twice = false;
    for (const char* name : {"sign", "updates", "show_name", "updates_partner", "visits"}) {
      if (one_in(3)) continue;
      consents.push_back(consent(name));
      const bool may_ask_twice = consents.back().value("purpose", name) == purpose::updates &&
                                 !consents.back().contains("ask") && !asks_twice;
      if (!may_ask_twice || !one_in(2)) continue;
      consents.back()["second_question"] = Json::object();
      asks_twice = true;
    }
    std::shuffle(consents.begin(), consents.end(), random_);
    if (consents.empty()) consents.push_back(consent("sign"));
    return consents;
  }

  Json consent(const std::string& name) {
    Json consent{{"name", name}};
    const bool is_own = !is_known_purpose(name);
    if (is_own || one_in(2)) consent["statement"] = "Statement of " + name;
    if (name == "updates_partner") {
      consent["purpose"] = "updates";
      consent["by"] = {{"name", "Sleepers United (fictitious)"},
                       {"contact", "mailto:us@example.net"},
                       {"privacy_policy", "https://example.net/privacy"}};
    }
    if (one_in(3)) consent["hint"] = "Hint";
    if (name != purpose::sign && one_in(2)) consent["ask"] = "yes_no";
    return consent;
  }

  // Somewhere in the document, in whatever words.
  void answer_beforehand(Json& document) {
    static const char* const words[] = {"checked",  "ticked", "default", "preselected",
                                        "selected", "value",  "answer",  "required",
                                        "initial",  "given",  "x-ticked"};
    static const Json values[] = {true, "given", "yes", "FR", 1, "option_1", "refused"};
    Json* place = &document;
    while (place->is_structured() && !place->empty() && !(place->is_object() && one_in(3))) {
      place = &*std::next(place->begin(), static_cast<std::ptrdiff_t>(below(place->size())));
    }
    if (place->is_object()) (*place)[one_of(words)] = one_of(values);
  }

  std::mt19937& random_;
};

}  // namespace

std::string any(std::mt19937& random) { return Author(random).document(); }

}  // namespace petition_box::documents
