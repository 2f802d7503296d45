#include <utility>
#include <variant>

#include <json/decimal.hpp>
#include <json/parse.hpp>
#include <wire/described.hpp>
#include <wire/protocol.hpp>
#include <wire/reference.hpp>
#include <wire/rule.hpp>
#include <wire/unsayable.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::protocol {
namespace {

constexpr std::string_view reference_name = "reference";

// Not asked where the program is not whole: what described endpoints need is then no part of it.
bool is_described(const Endpoint& endpoint) { return is_whole && endpoint.description != nullptr; }

described::Endpoint described_by(const Endpoint& endpoint) {
  const json::Value* written = endpoint.written;
  return {*endpoint.description, *endpoint.petition,
          written == nullptr ? endpoint.petition->endpoint : *written, endpoint.url};
}

}  // namespace

Named named_by(const json::Value& endpoint, std::string_view name) {
  const json::Value* written = endpoint.find("protocol");
  if (name.empty() && written != nullptr) {
    if (written->kind == json::Kind::object) return {{}, written};
    name = written->text;
  }
  return {name == reference_name ? std::string_view() : name};
}

std::string address_of(const json::Value& endpoint, const std::string& address) {
  const json::Value* url = endpoint.find("url");
  return address.empty() && url != nullptr ? url->text : address;
}

bool is_reference(const Petition& petition, std::string_view name) {
  return named_by(petition.endpoint, name).is_reference() &&
         petition.endpoint.find("also") == nullptr;
}

Description description_in(std::string_view file) {
  if (!is_whole) return {};
  auto parsed = json::parse(file, description_limits);
  auto* written = std::get_if<json::Value>(&parsed);
  return {written == nullptr ? json::Value() : std::move(*written)};
}

json::Mistakes what_it_cannot_say(const Endpoint& endpoint) {
  if (!is_whole) return {};
  return is_described(endpoint) ? described::unsayable(described_by(endpoint))
                                : described::unsayable_in_reference(endpoint.petition->endpoint);
}

json::Mistakes what_it_cannot_say_also(const Endpoint& endpoint, std::size_t index) {
  if (!is_described(endpoint)) return {};
  return described::unsayable_also(described_by(endpoint), index);
}

Request post(const Endpoint& endpoint, const Signature& signature,
             const std::vector<NameValue>& statements) {
  if (is_described(endpoint)) {
    json::Mistakes mistakes;
    return described::post(described_by(endpoint), signature, statements, mistakes)
        .value_or(Request{});
  }
  Request request;
  request.method = "POST";
  request.url = endpoint.url;
  request.accept = "application/json, application/problem+json";
  request.type = "application/x-www-form-urlencoded;charset=UTF-8";
  request.body = write_urlencoded(reference::write(signature, *endpoint.petition));
  return request;
}

Outcome outcome(const Endpoint& endpoint, const Response& response, std::int64_t now) {
  if (is_described(endpoint)) return described::outcome(described_by(endpoint), response, now);
  return reference::outcome(response, now);
}

std::string expected_status(const Endpoint& endpoint) {
  return is_described(endpoint) ? described::expected_status(*endpoint.description) : "201";
}

std::string reason(const Endpoint& endpoint, const Response& response) {
  return is_described(endpoint) ? described::reason(*endpoint.description, response)
                                : std::string();
}

Request ask_standing(const Endpoint& endpoint) {
  if (is_described(endpoint)) {
    return described::ask_standing(described_by(endpoint)).value_or(Request{});
  }
  Request request;
  request.url = endpoint.url;
  return request;
}

std::optional<Standing> standing(const Endpoint& endpoint, const Response& response) {
  return is_described(endpoint) ? described::standing(described_by(endpoint), response)
                                : reference::standing(response);
}

ReadPetition read_petition(std::string_view text, const Proofreader* proofreader,
                           const TimeZones* zones) {
  ReadPetition read = petition_box::read_petition(text, proofreader, zones);
  if (!read.petition) return read;
  const std::size_t most = reference::most_body_bytes_of(*read.petition);
  if (most <= reference::most_body_bytes) return read;
  read.mistakes.push_back({});
  json::Mistake& mistake = read.mistakes.back();
  mistake.pointer = "/fields";
  if (json::mistakes_say_what) {
    mistake.expected = "answers_of " + json::decimal(reference::most_body_bytes);
    mistake.found = "up to " + json::decimal(static_cast<std::int64_t>(most));
  }
  read.petition.reset();
  return read;
}

}  // namespace petition_box::protocol
