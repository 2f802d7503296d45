#include <algorithm>
#include <cctype>
#include <utility>

#include <endpoint/submission.hpp>
#include <json/parse.hpp>

namespace petition_box::endpoint {
namespace {

using Pairs = std::vector<NameValue>;

constexpr json::Limits json_limits{most_body_bytes, 16, reference::most_pairs};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(std::string_view content_type) {
  std::string_view type = content_type.substr(0, content_type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  return lower(type);
}

Problem too_many_names() {
  return {400, "A signature has at most " + std::to_string(reference::most_pairs) + " names."};
}

bool is_list_of_texts(const json::Value& value) {
  return value.kind == json::Kind::array &&
         std::all_of(value.members.begin(), value.members.end(),
                     [](const json::Member& item) { return item.value.kind == json::Kind::text; });
}

bool is_list_of_choices(const json::Member& member, const Petition& petition) {
  const Field* const field = petition.field(member.name);
  const bool may_be_one = field == nullptr || field->kind == FieldKind::choices;
  return may_be_one && is_list_of_texts(member.value);
}

std::variant<Pairs, Problem> pairs_of(json::Value object, const Petition& petition) {
  Pairs pairs;
  std::vector<FieldError> errors;
  for (json::Member& member : object.members) {
    if (member.value.kind == json::Kind::text) {
      pairs.push_back({std::move(member.name), std::move(member.value.text)});
    } else if (is_list_of_choices(member, petition)) {
      for (json::Member& item : member.value.members) {
        pairs.push_back({member.name, std::move(item.value.text)});
      }
    } else {
      errors.push_back({std::move(member.name), "type"});
    }
  }
  if (!errors.empty()) {
    return Problem{422, "The signature is an object of texts, and of lists of texts.",
                   std::move(errors)};
  }
  if (pairs.size() > reference::most_pairs) return too_many_names();
  return pairs;
}

std::variant<Pairs, Problem> read_form(std::string_view body) {
  const auto marks = static_cast<std::size_t>(std::count(body.begin(), body.end(), '&'));
  if (marks < reference::most_pairs) return read_urlencoded(body);
  return too_many_names();
}

std::variant<Pairs, Problem> read_json(std::string_view body, const Petition& petition) {
  auto parsed = json::parse(body, json_limits);
  if (const auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    return Problem{400, "The body is not as it should be. " + json::describe({*mistake})};
  }
  auto& value = *std::get_if<json::Value>(&parsed);
  if (value.kind == json::Kind::object) return pairs_of(std::move(value), petition);
  return Problem{400, "The body is " + std::string(name_of(value.kind)) +
                          "; a signature is an object of texts."};
}

// The field whose text is the longest in the beginning of a form that is too long.
std::string longest_field(std::string_view body) {
  const Pairs pairs = read_urlencoded(body);
  const auto longest = std::max_element(
      pairs.begin(), pairs.end(),
      [](const NameValue& a, const NameValue& b) { return a.value.size() < b.value.size(); });
  return longest == pairs.end() ? std::string() : longest->name;
}

// The member in the middle of which the beginning of an object ends.
std::string last_member(std::string_view body) {
  const auto parsed = json::parse(body, {body.size(), json_limits.depth, json_limits.members});
  const auto* mistake = std::get_if<json::Mistake>(&parsed);
  return mistake == nullptr || mistake->pointer.empty() ? std::string()
                                                        : mistake->pointer.substr(1);
}

// What is said of a body that is longer than it may be, of which the beginning was read.
Problem too_long(const Request& request, const std::string& type, const Petition& petition) {
  Problem problem{
      413, "The body of a signature has at most " + std::to_string(most_body_bytes) + " bytes."};
  const std::string name =
      type == "application/json" ? last_member(request.body) : longest_field(request.body);
  if (petition.field(name) != nullptr) problem.errors.push_back({name, "too_long"});
  return problem;
}

}  // namespace

std::variant<Pairs, Problem> read_submission(const Request& request, const Petition& petition) {
  const std::string type = media_type(request.content_type);
  if (request.is_cut) return too_long(request, type, petition);
  if (type == "application/x-www-form-urlencoded") return read_form(request.body);
  if (type == "application/json") return read_json(request.body, petition);
  return Problem{415,
                 "A signature is sent as application/x-www-form-urlencoded or application/json."};
}

std::string submission_id_of(const Pairs& pairs, const Request& request) {
  for (const NameValue& pair : pairs) {
    if (pair.name == "submission_id" && !pair.value.empty()) return lower(pair.value);
  }
  std::string_view key = request.idempotency_key;
  if (key.size() >= 2 && key.front() == '"' && key.back() == '"')
    key = key.substr(1, key.size() - 2);
  return lower(key);
}

}  // namespace petition_box::endpoint
