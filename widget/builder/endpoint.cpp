#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <builder/endpoint.hpp>
#include <builder/served.hpp>
#include <document/link.hpp>
#include <document/read.hpp>
#include <json/decimal.hpp>
#include <json/parse.hpp>
#include <json/write.hpp>
#include <snippet/snippet.hpp>
#include <trial/likely_names.hpp>
#include <trial/look.hpp>
#include <trial/trying.hpp>
#include <wire/described.hpp>
#include <wire/protocol.hpp>
#include <wire/request_text.hpp>

namespace petition_box {
namespace {

// A petition without errors, and where its signatures go.
struct Destination {
  ServedPetition served;
  std::string url;

  protocol::Endpoint endpoint() const {
    return {&*served.petition, url, served.description ? &*served.description : nullptr};
  }
};

Destination read_destination(Cursor& request, std::string& document) {
  const std::string site = request.text();
  document = request.text();
  const std::string description = request.text();
  Destination destination{read_served(document, description), {}};
  if (!destination.served.petition) return destination;
  const Petition& petition = *destination.served.petition;
  destination.url = protocol::address_of(petition.endpoint, {});
  if (destination.url.empty()) destination.url = places_at(site, petition.id, {}).endpoint;
  return destination;
}

Response read_response(Cursor& request) {
  Response response;
  response.status = static_cast<int>(request.number());
  const std::uint64_t what_else = request.number();
  response.sent_on = what_else == 1;
  response.offline = what_else == 2;
  response.timed_out = what_else == 3;
  response.retry_after = request.text();
  response.type = request.text();
  response.body = request.text();
  return response;
}

std::string joined(const std::vector<std::string>& names, char between) {
  std::string all;
  for (const std::string& name : names) {
    if (&name != &names.front()) all += between;
    all += name;
  }
  return all;
}

std::vector<std::string> split(std::string_view names) {
  std::vector<std::string> all;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(','), names.size());
    all.emplace_back(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return all;
}

void tell(const Request& made, std::vector<std::string>& texts) {
  texts.insert(
      texts.end(),
      {std::string(made.method), made.url, std::string(made.accept), made.type, made.body,
       made.headers, json::decimal(static_cast<std::int64_t>(made.following)), text_of(made)});
}

void tell(const FormConsent& consent, std::vector<std::string>& texts) {
  const char* how = consent.optional ? "optional" : "required";
  texts.insert(texts.end(), {consent.name, consent.statement, consent.inverted ? "inverted" : how});
}

// A petition of which nothing is known but its endpoint, with the description of that: what is
// there may be looked at before the rest is written.
struct LookedAt {
  Petition petition;
  std::optional<Description> description;
};

LookedAt read_looked_at(Cursor& request, std::string& document) {
  document = request.text();
  const std::string description = request.text();
  LookedAt looked;
  auto parsed = json::parse(document, {most_document_bytes, 32});
  auto* written = std::get_if<json::Value>(&parsed);
  const json::Value* endpoint = written == nullptr ? nullptr : written->find("endpoint");
  if (endpoint == nullptr || endpoint->kind != json::Kind::object) return looked;
  looked.petition.languages = {"en"};
  looked.petition.endpoint = *endpoint;
  looked.description = description.empty() ? held_description(looked.petition).description
                                           : read_description(description).description;
  return looked;
}

}  // namespace

Reply tell_count(Cursor& request, std::string& document) {
  const ReadDescription read = read_description(request.text());
  document = request.text();
  auto parsed = json::parse(document, {most_document_bytes, 32});
  auto* written = std::get_if<json::Value>(&parsed);
  Reply reply;
  if (!read.description || written == nullptr) return reply;
  Petition nothing;
  nothing.languages = {"en"};
  const std::string url(written->text_of("url"));
  if (!is_form_target(url)) return reply;
  if (auto count = described::written_count({*read.description, nothing, *written, url})) {
    reply.texts.push_back(json::write(*count));
  }
  return reply;
}

Reply read_protocol(Cursor& request, std::string& document) {
  document = request.text();
  return {read_description(document).mistakes, document, {}};
}

Reply try_sample(Cursor& request, std::string& document, const Platform& platform) {
  Destination destination = read_destination(request, document);
  const std::string tag = request.text();
  auto words = Catalogue::read(tag, request.text());
  if (!destination.served.petition) {
    return {std::move(destination.served.mistakes), document, {}};
  }
  if (auto* unread = std::get_if<json::Mistakes>(&words)) return {std::move(*unread), {}, {}};
  const Language language(*std::get_if<Catalogue>(&words), platform);
  json::Mistakes mistakes;
  const auto made = sample_request(destination.endpoint(), &language, mistakes);
  if (!made) return {std::move(mistakes), {}, {}};
  Reply reply;
  tell(*made, reply.texts);
  return reply;
}

Reply tell_meaning(Cursor& request, std::string& document) {
  Destination destination = read_destination(request, document);
  const Response response = read_response(request);
  if (!destination.served.petition) {
    return {std::move(destination.served.mistakes), document, {}};
  }
  const Meaning meaning = meaning_of(destination.endpoint(), response);
  return {
      {}, {}, {std::string(code_of(meaning, response)), meaning.rule, joined(meaning.fields, ',')}};
}

Reply look(Cursor& request, std::string& document) {
  const LookedAt looked = read_looked_at(request, document);
  if (!looked.description) return {};
  const described::Endpoint endpoint = endpoint_of(looked.petition, *looked.description);
  if (!may_look(endpoint)) return {};
  Reply reply;
  for (const Request& made : described::ask_looks(endpoint, reply.mistakes)) {
    tell(made, reply.texts);
  }
  return reply;
}

Reply tell_seen(Cursor& request, std::string& document) {
  const LookedAt looked = read_looked_at(request, document);
  std::vector<std::string> fields = split(request.text());
  const std::vector<std::string> consents = split(request.text());
  std::vector<Response> responses;
  for (std::uint64_t left = request.number(); left > 0 && !request.at_end(); --left) {
    responses.push_back(read_response(request));
  }
  if (!looked.description) return {};
  const Findings found = findings_in(endpoint_of(looked.petition, *looked.description), responses);
  // Where nothing says which of theirs are consents, they may be among the fields.
  if (found.consents.empty()) fields.insert(fields.end(), consents.begin(), consents.end());
  std::vector<NameValue> pairs = likely_names(fields, found.fields);
  for (NameValue& pair : likely_consents(consents, found.consents))
    pairs.push_back(std::move(pair));
  std::vector<std::string> likely;
  for (const NameValue& pair : pairs) {
    likely.push_back(pair.name);
    likely.push_back(pair.value);
  }
  Reply reply;
  reply.texts = {found.shown, found.rule, joined(found.fields, '\n'), joined(likely, '\n')};
  for (const FormConsent& consent : found.consents) tell(consent, reply.texts);
  return reply;
}

}  // namespace petition_box
