// Each line of standard input, {"template": ..., "context": {...}}, becomes a line of standard
// output: {"refused": true} where the template is none of the subset, {"failed": true} where
// nothing is made of it, else {"value": ...}.

#include <iostream>
#include <string>
#include <utility>
#include <variant>

#include <json/make.hpp>
#include <json/parse.hpp>
#include <json/write.hpp>
#include <wire/template.hpp>

namespace petition_box {
namespace {

json::Value answer(const char* name, json::Value value) {
  json::Value object = json::make(json::Kind::object);
  json::put(object, name, std::move(value));
  return object;
}

json::Value answer_to(const json::Value& request) {
  const json::Place whole{&request};
  const json::Place place = Reader::member(whole, "template");
  const json::Value* names = request.find("context");
  json::Mistakes mistakes;
  Reader reader({}, mistakes);
  read_template(place, reader);
  if (!mistakes.empty()) return answer("refused", json::make_boolean(true));
  auto value = render(place, *names, reader);
  return value ? answer("value", std::move(*value)) : answer("failed", json::make_boolean(true));
}

}  // namespace
}  // namespace petition_box

int main() {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  constexpr json::Limits limits{1'000'000, 100};
  for (std::string line; std::getline(std::cin, line);) {
    const auto parsed = json::parse(line, limits);
    const auto* request = std::get_if<json::Value>(&parsed);
    if (request == nullptr || request->find("template") == nullptr) return 1;
    std::cout << json::write(answer_to(*request)) << '\n';
  }
  return 0;
}
