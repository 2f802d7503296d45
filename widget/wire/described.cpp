#include <algorithm>
#include <string_view>
#include <utility>

#include <document/field.hpp>
#include <document/reader.hpp>
#include <json/make.hpp>
#include <json/place.hpp>
#include <json/write.hpp>
#include <wire/body.hpp>
#include <wire/described.hpp>
#include <wire/multipart.hpp>
#include <wire/template.hpp>

namespace petition_box::described {
namespace {

using json::Kind;
using json::Place;
using json::Value;

void put_text(Value& object, std::string_view name, std::string_view text) {
  json::put(object, name, text.empty() ? Value() : json::make_text(std::string(text)));
}

Value list_of(const std::vector<std::string>& texts) {
  Value list = json::make(Kind::array);
  for (const std::string& text : texts) list.members.push_back({{}, json::make_text(text)});
  return list;
}

Value answers_of(const Petition& petition, const Answers& answers) {
  Value all = json::make(Kind::object);
  for (const KnownField& known : known_fields) json::put(all, known.name, {});
  for (const Field& field : petition.fields) {
    const std::string& answer = answers[field.name];
    if (field.kind == FieldKind::choices && !answer.empty()) {
      json::put(all, field.name, list_of(choices_in(answer)));
    } else {
      put_text(all, field.name, answer);
    }
  }
  return all;
}

// Null for each consent of the petition, and for those that every box knows.
Value nothing_of_consents(const Petition& petition) {
  Value all = json::make(Kind::object);
  for (const std::string_view purpose : known_purposes) json::put(all, purpose, {});
  for (const Consent& consent : petition.consents) json::put(all, consent.name, {});
  return all;
}

Value consents_of(const Petition& petition, const Answers& answers) {
  Value all = nothing_of_consents(petition);
  for (const ConsentAnswer& answer : answers.consents()) {
    if (answer.decision != Decision::none) put_text(all, answer.consent, name_of(answer.decision));
  }
  return all;
}

Value statements_of(const Petition& petition, const std::vector<NameValue>& statements) {
  Value all = nothing_of_consents(petition);
  for (const NameValue& statement : statements) put_text(all, statement.name, statement.value);
  return all;
}

// What is there of each, under "name" and "value": a template makes a list of a list alone.
Value listed(const Petition& petition, const Value& answers, const Value& consents) {
  Value list = json::make(Kind::array);
  const auto add = [&](const std::string& name, const Value& all) {
    Value item = json::make(Kind::object);
    json::put(item, "name", json::make_text(name));
    json::put(item, "value", *all.find(name));
    list.members.push_back({{}, std::move(item)});
  };
  for (const Field& field : petition.fields) add(field.name, answers);
  for (const Consent& consent : petition.consents) add(consent.name, consents);
  return list;
}

Value options_of(const Endpoint& endpoint) {
  Value all = json::make(Kind::object);
  const Value* asked = endpoint.description.part("options");
  if (asked == nullptr) return all;
  for (const json::Member& option : asked->members) {
    const Value* written = endpoint.written.find(option.name);
    json::put(all, option.name, written == nullptr ? Value() : *written);
  }
  return all;
}

// An address that paths are added to.
std::string without_end(std::string url) {
  while (!url.empty() && url.back() == '/') url.pop_back();
  return url;
}

// False where the body cannot be said in names and values, and has to be.
bool encode(const Value& body, Encoding encoding, std::string_view submission_id,
            Request& request) {
  if (encoding == Encoding::json || encoding == Encoding::text) {
    request.type = encoding == Encoding::json ? "application/json" : "text/plain;charset=UTF-8";
    request.body = json::write(body);
    return true;
  }
  const auto pairs = pairs_of(body);
  if (!pairs) return false;
  if (encoding == Encoding::multipart) {
    const std::string boundary = boundary_of(submission_id);
    request.type = "multipart/form-data; boundary=" + boundary;
    request.body = write_multipart(*pairs, boundary);
  } else {
    request.type = "application/x-www-form-urlencoded;charset=UTF-8";
    request.body = write_urlencoded(*pairs);
  }
  return true;
}

// Of what is written at the place, which may be nothing; with the body that was rendered.
bool add_body(const Value& written, Value body, std::string_view submission_id, Request& request) {
  forget_nulls(body);
  request.method = written.text_of("method") == "PUT" ? "PUT" : "POST";
  if (const Value* headers = written.find("headers")) {
    for (const json::Member& header : headers->members) {
      request.headers += header.name + ": " + header.value.text + '\n';
    }
  }
  return encode(body, encoding_named(written.text_of("encoding")), submission_id, request);
}

std::optional<Request> make(const Place& place, const Value& names, std::string_view submission_id,
                            Reader& reader) {
  if (place.value == nullptr) return std::nullopt;
  const Place body = Reader::member(place, "body");
  auto url = render_address(Reader::member(place, "url"), names, reader);
  auto rendered = render(body, names, reader);
  if (!url || !rendered) return std::nullopt;
  Request request;
  request.following = Following::silent;
  request.url = std::move(*url);
  if (body.value == nullptr ||
      add_body(*place.value, std::move(*rendered), submission_id, request)) {
    return request;
  }
  reader.expected(body, "flat_body");
  return std::nullopt;
}

// Where the number is told, as the document has it or else the description; null where neither
// does.
const Value* count_of(const Endpoint& endpoint) {
  const Value* own = endpoint.written.find("count");
  return own == nullptr ? endpoint.description.part("count") : own;
}

}  // namespace

Value names_of(const Endpoint& endpoint, const Signature& signature,
               const std::vector<NameValue>& statements) {
  const Petition& petition = endpoint.petition;
  Value answers = answers_of(petition, signature.answers);
  Value consents = consents_of(petition, signature.answers);
  Value names = answers;
  json::put(names, "listed", listed(petition, answers, consents));
  json::put(names, "answers", std::move(answers));
  json::put(names, "consents", std::move(consents));
  json::put(names, "statements", statements_of(petition, statements));
  json::put(names, "options", options_of(endpoint));
  put_text(names, "url", without_end(endpoint.url));
  put_text(names, "submission_id", signature.submission_id);
  put_text(names, "language", signature.language);
  put_text(names, "document_version", signature.document_version);
  put_text(names, "box_version", signature.box_version);
  put_text(names, "source", signature.source);
  return names;
}

void forget_nulls(Value& value) {
  auto& members = value.members;
  const auto is_null = [](const json::Member& member) { return member.value.kind == Kind::null; };
  members.erase(std::remove_if(members.begin(), members.end(), is_null), members.end());
  for (json::Member& member : members) forget_nulls(member.value);
}

std::optional<std::vector<NameValue>> pairs_of(const Value& body) {
  std::vector<NameValue> pairs;
  bool is_flat = body.kind == Kind::object;
  const auto add = [&](const std::string& name, const Value& value) {
    NameValue& pair = pairs.emplace_back();
    pair.name = name;
    is_flat = json::append_plain(value, pair.value) && is_flat;
  };
  for (const json::Member& member : body.members) {
    if (member.value.kind != Kind::array) {
      add(member.name, member.value);
    } else {
      for (const json::Member& item : member.value.members) add(member.name, item.value);
    }
  }
  return is_flat ? std::optional(std::move(pairs)) : std::nullopt;
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
  const Place count{count_of(endpoint)};
  return make(count, names_of(endpoint, {}, {}), {}, reader);
}

std::optional<Value> written_count(const Endpoint& endpoint) {
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  const Place count{endpoint.description.part("count")};
  if (count.value == nullptr || count.value->find("headers") != nullptr) return std::nullopt;
  // What is not answered has no name then, rather than an empty text in its place.
  Value names = names_of(endpoint, {}, {});
  for (json::Member& member : names.members) {
    if (member.name == "options") forget_nulls(member.value);
  }
  auto url = render_address(Reader::member(count, "url"), names, reader);
  auto body = render(Reader::member(count, "body"), names, reader);
  if (!url || !body) return std::nullopt;
  Value written = json::make(Kind::object);
  json::put(written, "url", json::make_text(std::move(*url)));
  if (body->kind != Kind::null) {
    json::put(written, "encoding", json::make_text(std::string(count.value->text_of("encoding"))));
    json::put(written, "body", std::move(*body));
  }
  json::put(written, "pointer", json::make_text(std::string(count.value->text_of("pointer"))));
  return written;
}

std::vector<Request> ask_looks(const Endpoint& endpoint, json::Mistakes& mistakes) {
  Reader reader({}, mistakes);
  const Place whole{&endpoint.description.written};
  const Value names = names_of(endpoint, {}, {});
  std::vector<Request> requests;
  const Place looks = Reader::member(whole, "look");
  for (const Place& look : reader.items(looks)) {
    auto request = make(look, names, {}, reader);
    if (!request) return {};
    requests.push_back(std::move(*request));
  }
  return requests;
}

std::optional<Standing> standing(const Endpoint& endpoint, const Response& response) {
  const Value* told = count_of(endpoint);
  if (told == nullptr || response.status < 200 || response.status > 299) return std::nullopt;
  const Value body = body_of(response);
  const Value* count = json::value_at(body, told->text_of("pointer"));
  if (count == nullptr || count->kind != Kind::integer || count->integer < 0) return std::nullopt;
  return Standing{count->integer, false};
}

}  // namespace petition_box::described
