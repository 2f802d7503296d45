#include <map>

#include <nlohmann/json.hpp>

#include <endpoint/problem.hpp>
#include <json/place.hpp>

namespace petition_box::endpoint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view detail_of(std::string_view code) {
  static const std::map<std::string_view, std::string_view> details{
      {"missing", "This is required."},
      {"encoding", "This is not UTF-8."},
      {"too_long", "This is too long."},
      {"marks", "A letter has at most 30 marks."},
      {"address", "A name holds no web address."},
      {"format", "This is not in the form that is expected here."},
      {"type", "This is a text in JSON."},
      {"reused", "Another signature was sent under this id."},
      {"outdated", "The statement agreed to is none that this petition has shown. Load it again."},
  };
  const auto detail = details.find(code);
  return detail == details.end() ? std::string_view("This cannot be taken.") : detail->second;
}

Json json_of(const FieldError& error) {
  std::string pointer = "#";
  json::append_token(pointer, error.name);
  Json item = Json::object();
  item["pointer"] = pointer;
  item["code"] = error.name + "." + error.code;
  item["detail"] = detail_of(error.code);
  return item;
}

}  // namespace

std::string_view title_of(unsigned status) {
  static const std::map<unsigned, std::string_view> titles{
      {400, "Bad Request"},        {403, "Forbidden"},
      {404, "Not Found"},          {405, "Method Not Allowed"},
      {408, "Request Timeout"},    {410, "Gone"},
      {413, "Content Too Large"},  {415, "Unsupported Media Type"},
      {417, "Expectation Failed"}, {422, "Unprocessable Content"},
      {429, "Too Many Requests"},  {431, "Request Header Fields Too Large"},
      {501, "Not Implemented"},    {503, "Service Unavailable"},
  };
  const auto title = titles.find(status);
  return title == titles.end() ? std::string_view("Internal Server Error") : title->second;
}

Reply write(const Problem& problem) {
  Json body = Json::object();
  body["type"] = "about:blank";
  body["title"] = title_of(problem.status);
  body["status"] = problem.status;
  body["detail"] = problem.detail;
  if (problem.retry_after) body["retry_after"] = *problem.retry_after;
  for (const FieldError& error : problem.errors) body["errors"].push_back(json_of(error));
  // What was sent may be quoted in it, and need not be UTF-8.
  Reply answer = reply(problem.status, "application/problem+json",
                       body.dump(-1, ' ', false, Json::error_handler_t::replace));
  answer.set("Cache-Control", "no-store");
  if (problem.retry_after) answer.set("Retry-After", std::to_string(*problem.retry_after));
  return answer;
}

}  // namespace petition_box::endpoint
