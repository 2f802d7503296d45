#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <document/reader.hpp>
#include <json/decimal.hpp>
#include <json/place.hpp>
#include <wire/refused_fields.hpp>
#include <wire/template.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Place;
using json::Value;

// The text between the two; empty where either is not in it.
std::string_view between(std::string_view text, std::string_view prefix, std::string_view suffix) {
  const std::size_t before = text.find(prefix);
  if (before == std::string_view::npos) return {};
  text.remove_prefix(before + prefix.size());
  if (suffix.empty()) return text;
  const std::size_t end = text.find(suffix);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

// What names a field there: a text, a whole number, or the parts of a path, with dots between them.
std::optional<std::string> name_of(const Value* value) {
  if (value == nullptr) return std::nullopt;
  if (value->kind == Kind::text) return value->text;
  if (value->kind == Kind::integer) return json::decimal(value->integer);
  if (value->kind != Kind::array) return std::nullopt;
  std::string path;
  for (const json::Member& part : value->members) {
    const auto name = name_of(&part.value);
    if (!name) return std::nullopt;
    if (!path.empty()) path += '.';
    path += *name;
  }
  return path;
}

// The name of what our form calls so: a field, or a consent by its own name or its control's; empty
// where it has none.
std::string control_called(const std::string& name, const Petition& petition) {
  if (petition.asks_for(name)) return name;
  return petition.consent(name) == nullptr ? std::string() : control_name(name);
}

const Value* pointed_at(const Value& value, const Value* pointer) {
  return pointer == nullptr ? nullptr : json::value_at(value, pointer->text);
}

// The errors of a response, from what they call the fields.
class Refusals {
 public:
  explicit Refusals(const Endpoint& endpoint) : endpoint_(endpoint) {
    const Place whole{&endpoint.description.written};
    const Place errors = Reader::member(whole, "errors");
    const Place names = Reader::member(errors, "names");
    json::Mistakes mistakes;
    Reader reader({}, mistakes);
    if (names.value != nullptr) ours_ = render(names, names_of(endpoint, {}, {}), reader);
  }

  // Nothing: the error has no name.
  void add(const std::optional<std::string>& theirs) {
    auto ours = theirs ? ours_for(*theirs) : std::string();
    if (!ours) return;
    FieldError error{std::move(*ours), "endpoint"};
    if (std::find(errors_.begin(), errors_.end(), error) == errors_.end()) {
      errors_.push_back(std::move(error));
    }
  }

  std::vector<FieldError> errors() && { return std::move(errors_); }

 private:
  // Empty where it is not known, nothing where it is to be passed over.
  std::optional<std::string> ours_for(const std::string& written) const {
    const Description& description = endpoint_.description;
    std::string_view theirs = between(written, description.text("errors", "prefix"),
                                      description.text("errors", "suffix"));
    // What is wrong with a part of an answer stands at the answer: topics[0], mail.0.address.
    for (;;) {
      auto ours = named_for(std::string(theirs));
      const std::size_t end = theirs.find_last_of("[./");
      if (!ours || !ours->empty() || end == std::string_view::npos) return ours;
      theirs = theirs.substr(0, end);
    }
  }

  // The same for that name alone. A list may be named as forms name it: topics[].
  std::optional<std::string> named_for(const std::string& theirs) const {
    if (!ours_) return control_called(theirs, endpoint_.petition);
    const Value* ours = ours_->find(theirs);
    if (ours == nullptr) ours = ours_->find(theirs + "[]");
    if (ours == nullptr) return std::string();
    if (ours->kind == Kind::null) return std::nullopt;
    return control_called(ours->text, endpoint_.petition);
  }

  const Endpoint& endpoint_;
  std::optional<Value> ours_;
  std::vector<FieldError> errors_;
};

}  // namespace

std::vector<FieldError> refused_fields(const Endpoint& endpoint, const Value& body) {
  const Description& description = endpoint.description;
  const Value* list = pointed_at(body, description.part("errors", "list"));
  Refusals refusals(endpoint);
  if (list == nullptr) return {};
  const Value* field = description.part("errors", "field");
  if (list->kind == Kind::object && field != nullptr) {
    refusals.add(name_of(pointed_at(*list, field)));
    return std::move(refusals).errors();
  }
  for (const json::Member& item : list->members) {
    if (list->kind == Kind::object) {
      refusals.add(item.name);
    } else {
      refusals.add(name_of(field == nullptr ? &item.value : pointed_at(item.value, field)));
    }
  }
  return std::move(refusals).errors();
}

}  // namespace petition_box::described
