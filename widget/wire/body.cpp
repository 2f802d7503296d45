#include <utility>
#include <variant>

#include <json/make.hpp>
#include <json/parse.hpp>
#include <wire/body.hpp>

namespace petition_box {

json::Value body_of(const Response& response, std::size_t most_bytes) {
  auto parsed = json::parse(response.body, {most_bytes, 32});
  auto* value = std::get_if<json::Value>(&parsed);
  return value == nullptr ? json::make_text(response.body) : std::move(*value);
}

}  // namespace petition_box
