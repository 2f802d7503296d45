#include <utility>

#include <builder/served.hpp>
#include <english/mistakes.hpp>
#include <json/decimal.hpp>
#include <json/locate.hpp>
#include <trial/trying.hpp>
#include <wire/also.hpp>
#include <wire/protocol.hpp>
#include <wire/unsayable.hpp>

namespace petition_box {
namespace {

constexpr const char* place_of_protocol = "/endpoint/protocol";

// What is wrong with a description that the document does not have yet as one.
json::Mistakes mistakes_in_writing(const std::string& written) {
  json::Mistakes mistakes = read_description(written).mistakes;
  for (json::Mistake& mistake : mistakes) {
    if (mistake.offset == json::unknown_offset) continue;
    const json::Position at = json::position_at(written, mistake.offset);
    mistake.expected += " in line " + json::decimal(static_cast<std::int64_t>(at.line)) +
                        ", column " + json::decimal(static_cast<std::int64_t>(at.column));
    mistake.offset = json::unknown_offset;
  }
  for (json::Mistake& mistake : mistakes) mistake.pointer.insert(0, place_of_protocol);
  return mistakes;
}

// Of a text that is no name it is said what it lacks to be a description.
void replace_name_mistake(const std::string& written, json::Mistakes& mistakes) {
  for (auto one = mistakes.begin(); one != mistakes.end(); ++one) {
    if (one->pointer != place_of_protocol || written.empty()) continue;
    mistakes.erase(one);
    return append(mistakes, mistakes_in_writing(written));
  }
}

void read_named(const std::string& name, const std::string& text, ServedPetition& served) {
  if (text.empty()) {
    served.mistakes.push_back(
        {place_of_protocol, "the name of a protocol that is there", '"' + name + '"'});
    return;
  }
  ReadDescription read = read_description(text);
  if (!read.description) {
    served.mistakes.push_back({place_of_protocol, "a description without mistakes",
                               describe_in_english(std::move(read.mistakes))});
  }
  served.description = std::move(read.description);
}

void look_at_endpoint(const std::string& description, ServedPetition& served) {
  const Petition& petition = *served.petition;
  const std::string name(protocol::named_by(petition.endpoint, {}).name);
  if (name.empty()) {
    ReadDescription read = held_description(petition);
    append(served.mistakes, std::move(read.mistakes));
    served.description = std::move(read.description);
  } else {
    read_named(name, description, served);
  }
  append(served.mistakes, mistakes_in_also(petition));
  if (protocol::named_by(petition.endpoint, {}).is_reference()) {
    append(served.mistakes, protocol::what_it_cannot_say({&petition, {}, nullptr}));
  }
  if (!served.description) return;
  // No attribute of a snippet names another.
  if (protocol::address_of(petition.endpoint, {}).empty()) {
    served.mistakes.push_back({"/endpoint/url", "endpoint_address", {}});
  }
  append(served.mistakes, described::unsayable(endpoint_of(petition, *served.description)));
}

}  // namespace

ServedPetition read_served(std::string_view document, const std::string& description,
                           const Proofreader* proofreader) {
  ReadPetition read = protocol::read_petition(document, proofreader);
  ServedPetition served{std::move(read.petition), {}, std::move(read.mistakes)};
  if (served.petition) look_at_endpoint(description, served);
  if (!served.description) replace_name_mistake(description, served.mistakes);
  if (json::has_error(served.mistakes)) served.petition.reset();
  return served;
}

}  // namespace petition_box
