#include <unit/catch.hpp>
#include <unit/document/documents.hpp>
#include <unit/wire/described_endpoint.hpp>

#include <command/file.hpp>
#include <wire/read_description.hpp>

namespace petition_box {
namespace {

struct Tell {
  static std::string number(const std::optional<std::int64_t>& number) {
    return number ? " " + std::to_string(*number) : "";
  }
  std::string operator()(const Received& /*unused*/) const { return "received"; }
  std::string operator()(const ToBeConfirmed& /*unused*/) const { return "to be confirmed"; }
  std::string operator()(const NotNow& not_now) const {
    return (not_now.may_have_arrived ? "lost" : "not now") + number(not_now.seconds);
  }
  std::string operator()(const PetitionClosed& /*unused*/) const { return "closed"; }
  std::string operator()(const NotConfirmed& /*unused*/) const { return "not confirmed"; }
  std::string operator()(const NotTaken& not_taken) const {
    return not_taken.too_long ? "too long" : "set up wrongly";
  }
  std::string operator()(const Refused& refused) const {
    std::string told = "refused";
    for (const FieldError& error : refused.errors) told += " " + error.name + ":" + error.code;
    return told;
  }
};

}  // namespace

std::string source(const std::string& path) {
  const auto text = read_file(std::string(PETITION_BOX_SOURCES "/") + path, 1024 * 1024);
  INFO(path);
  REQUIRE(text.has_value());
  return *text;
}

Description described_by(const std::string& text) {
  ReadDescription read = read_description(text);
  INFO(json::describe(read.mistakes));
  REQUIRE(read.mistakes.empty());
  return *read.description;
}

std::string with_endpoint(const std::string& document, const std::string& endpoint) {
  return documents::changed(document, "\"controller\": {",
                            "\"endpoint\": " + endpoint + ", \"controller\": {");
}

std::string told(const Outcome& outcome) { return std::visit(Tell{}, outcome); }

}  // namespace petition_box
