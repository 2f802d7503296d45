#include <utility>

#include <json/decimal.hpp>
#include <wire/protocol.hpp>
#include <wire/reference.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box::protocol {

Request post(const Signature& signature, const Petition& petition, const std::string& endpoint) {
  Request request;
  request.method = "POST";
  request.url = endpoint;
  request.accept = "application/json, application/problem+json";
  request.type = "application/x-www-form-urlencoded;charset=UTF-8";
  request.body = write_urlencoded(reference::write(signature, petition));
  return request;
}

Outcome outcome(const Response& response, std::int64_t now) {
  return reference::outcome(response, now);
}

Request ask_standing(const std::string& endpoint) {
  Request request;
  request.url = endpoint;
  return request;
}

std::optional<Standing> standing(const Response& response) { return reference::standing(response); }

ReadPetition read_petition(std::string_view text, const Proofreader* proofreader,
                           const TimeZones* zones) {
  ReadPetition read = petition_box::read_petition(text, proofreader, zones);
  if (!read.petition) return read;
  const std::size_t most = reference::most_body_bytes_of(*read.petition);
  if (most <= reference::most_body_bytes) return read;
  json::Mistake& mistake = read.mistakes.emplace_back();
  mistake.pointer = "/fields";
  if (json::mistakes_say_what) {
    mistake.expected = "answers_of " + json::decimal(reference::most_body_bytes);
    mistake.found = "up to " + json::decimal(static_cast<std::int64_t>(most));
  }
  read.petition.reset();
  return read;
}

}  // namespace petition_box::protocol
