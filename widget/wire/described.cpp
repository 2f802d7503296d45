#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include <document/field.hpp>
#include <document/reader.hpp>
#include <json/make.hpp>
#include <json/parse.hpp>
#include <json/place.hpp>
#include <json/write.hpp>
#include <wire/described.hpp>
#include <wire/multipart.hpp>
#include <wire/template.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Place;
using json::Value;

Value text_or_null(std::string text) {
  return text.empty() ? Value() : json::make_text(std::move(text));
}

Value answer_to(const Field& field, const std::string& answer) {
  if (field.kind != FieldKind::choices || answer.empty()) return text_or_null(answer);
  Value list = json::make(Kind::array);
  for (std::string& choice : choices_in(answer)) {
    list.members.push_back({{}, json::make_text(std::move(choice))});
  }
  return list;
}

Value answers_of(const Petition& petition, const Answers& answers) {
  Value all = json::make(Kind::object);
  for (const KnownField& known : known_fields) json::put(all, known.name, {});
  for (const Field& field : petition.fields) {
    json::put(all, field.name, answer_to(field, answers[field.name]));
  }
  return all;
}

Value consents_of(const Petition& petition, const Answers& answers) {
  Value all = json::make(Kind::object);
  for (const std::string_view purpose : known_purposes) json::put(all, purpose, {});
  for (const Consent& consent : petition.consents) {
    const Decision decision = answers.consent(consent.name).decision;
    json::put(all, consent.name,
              decision == Decision::none ? Value() : json::make_text(name_of(decision)));
  }
  return all;
}

Value statements_of(const Petition& petition, const std::vector<NameValue>& statements) {
  Value all = json::make(Kind::object);
  for (const std::string_view purpose : known_purposes) json::put(all, purpose, {});
  for (const Consent& consent : petition.consents) json::put(all, consent.name, {});
  for (const NameValue& statement : statements) {
    json::put(all, statement.name, text_or_null(statement.value));
  }
  return all;
}

Value options_of(const Endpoint& endpoint) {
  Value all = json::make(Kind::object);
  const Value* asked = endpoint.description.part("options");
  if (asked == nullptr) return all;
  for (const json::Member& option : asked->members) {
    const Value* written = endpoint.petition.endpoint.find(option.name);
    json::put(all, option.name, written == nullptr ? Value() : *written);
  }
  return all;
}

// An address that paths are added to.
std::string without_end(std::string url) {
  while (!url.empty() && url.back() == '/') url.pop_back();
  return url;
}

std::optional<std::string> text_of(const Value& value) {
  if (value.kind == Kind::array || value.kind == Kind::object) return std::nullopt;
  return value.kind == Kind::text ? value.text : json::write(value);
}

bool is_flat(Encoding encoding) {
  return encoding == Encoding::urlencoded || encoding == Encoding::multipart;
}

Encoding encoding_of(const Place& request) {
  const Value* encoding = request.value->find("encoding");
  return static_cast<Encoding>(index_among(encoding_names, encoding->text));
}

// Null where the request has no body.
std::optional<Value> render_body(const Place& request, const Value& names, Reader& reader) {
  const Place place = Reader::member(request, "body");
  if (place.value == nullptr) return Value();
  auto body = petition_box::render(place, names, reader);
  if (!body) return std::nullopt;
  forget_nulls(*body);
  if (!is_flat(encoding_of(request)) || pairs_of(*body)) return body;
  reader.expected(place, "flat_body");
  return std::nullopt;
}

std::optional<Rendered> render_request(const Place& request, const Value& names, Reader& reader) {
  if (request.value == nullptr) return std::nullopt;
  auto url = render_address(Reader::member(request, "url"), names, reader);
  auto body = render_body(request, names, reader);
  if (!url || !body) return std::nullopt;
  return Rendered{std::move(*url), std::move(*body)};
}

void encode(const Value& body, Encoding encoding, std::string_view submission_id,
            Request& request) {
  switch (encoding) {
    case Encoding::urlencoded:
      request.type = "application/x-www-form-urlencoded;charset=UTF-8";
      break;
    case Encoding::multipart:
      request.type = "multipart/form-data; boundary=" + boundary_of(submission_id);
      break;
    case Encoding::json:
      request.type = "application/json";
      break;
    case Encoding::text:
      request.type = "text/plain;charset=UTF-8";
      break;
  }
  const auto pairs = is_flat(encoding) ? pairs_of(body) : std::nullopt;
  if (!pairs) {
    request.body = json::write(body);
  } else if (encoding == Encoding::multipart) {
    request.body = write_multipart(*pairs, boundary_of(submission_id));
  } else {
    request.body = write_urlencoded(*pairs);
  }
}

std::optional<Request> make(const Place& place, const Value& names, std::string_view submission_id,
                            Reader& reader) {
  auto rendered = render_request(place, names, reader);
  if (!rendered) return std::nullopt;
  Request request;
  request.following = Following::silent;
  request.url = std::move(rendered->url);
  if (place.value->find("body") == nullptr) return request;
  const Value* method = place.value->find("method");
  request.method = method != nullptr && method->text == "PUT" ? "PUT" : "POST";
  encode(rendered->body, encoding_of(place), submission_id, request);
  if (const Value* headers = place.value->find("headers")) {
    for (const json::Member& header : headers->members) {
      request.headers += header.name + ": " + header.value.text + '\n';
    }
  }
  return request;
}

}  // namespace

Value names_of(const Endpoint& endpoint, const Signature& signature,
               const std::vector<NameValue>& statements) {
  const Petition& petition = endpoint.petition;
  const Value answers = answers_of(petition, signature.answers);
  Value names = answers;
  json::put(names, "answers", answers);
  json::put(names, "consents", consents_of(petition, signature.answers));
  json::put(names, "statements", statements_of(petition, statements));
  json::put(names, "options", options_of(endpoint));
  json::put(names, "url", json::make_text(without_end(endpoint.url)));
  json::put(names, "submission_id", text_or_null(signature.submission_id));
  json::put(names, "language", text_or_null(signature.language));
  json::put(names, "document_version", text_or_null(signature.document_version));
  json::put(names, "box_version", text_or_null(signature.box_version));
  return names;
}

std::optional<Rendered> render(const Endpoint& endpoint, const Value& names,
                               json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  const Place whole{&endpoint.description.written};
  return render_request(Reader::member(whole, "request"), names, reader);
}

void forget_nulls(Value& value) {
  auto& members = value.members;
  const auto is_null = [](const json::Member& member) { return member.value.kind == Kind::null; };
  members.erase(std::remove_if(members.begin(), members.end(), is_null), members.end());
  for (json::Member& member : members) forget_nulls(member.value);
}

std::optional<std::vector<NameValue>> pairs_of(const Value& body) {
  std::vector<NameValue> pairs;
  if (body.kind != Kind::object) return std::nullopt;
  for (const json::Member& member : body.members) {
    const bool is_list = member.value.kind == Kind::array;
    const json::Member alone{{}, is_list ? Value() : member.value};
    const std::vector<json::Member> values =
        is_list ? member.value.members : std::vector<json::Member>{alone};
    for (const json::Member& value : values) {
      auto text = text_of(value.value);
      if (!text) return std::nullopt;
      pairs.push_back({member.name, std::move(*text)});
    }
  }
  return pairs;
}

std::optional<Request> post(const Endpoint& endpoint, const Signature& signature,
                            const std::vector<NameValue>& statements, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  const Place whole{&endpoint.description.written};
  auto request = make(Reader::member(whole, "request"), names_of(endpoint, signature, statements),
                      signature.submission_id, reader);
  if (request && !endpoint.description.is_readable()) request->following = Following::opaque;
  return request;
}

std::optional<Request> ask_standing(const Endpoint& endpoint) {
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  const Place whole{&endpoint.description.written};
  return make(Reader::member(whole, "count"), names_of(endpoint, {}, {}), {}, reader);
}

std::optional<Standing> standing(const Description& description, const Response& response) {
  if (response.status < 200 || response.status > 299) return std::nullopt;
  const auto parsed = json::parse(response.body, response_limits);
  const auto* body = std::get_if<Value>(&parsed);
  if (body == nullptr) return std::nullopt;
  const Value* count = json::value_at(*body, description.text("count", "pointer"));
  if (count == nullptr || count->kind != Kind::integer || count->integer < 0) return std::nullopt;
  return Standing{count->integer, false};
}

}  // namespace petition_box::described
