#include <unit/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <document/read.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<Json> one_of_each_type{nullptr,       true,          7, 1.5, "word",
                                         Json::array(), Json::object()};

std::string example() {
  std::ifstream file(PETITION_BOX_SOURCES "/examples/petitions/health-data.json");
  return {std::istreambuf_iterator<char>(file), {}};
}

// One more translation is read as the second is, and takes as long.
bool is_of_two_languages(int, Json::parse_event_t, const Json& parsed) {
  const std::set<std::string> others{"de", "es", "it", "nl", "pl"};
  return !parsed.is_string() || others.count(parsed.get<std::string>()) == 0;
}

bool is_of_type(const Json& a, const Json& b) {
  return a.type() == b.type() || (a.is_number_integer() && b.is_number_integer());
}

// A text may stand where its translations do.
bool may_be(const Json& instead, const Json& value, const Json& languages) {
  if (!instead.is_string() || !value.is_object() || value.empty()) return false;
  const auto items = value.items();
  return std::all_of(items.begin(), items.end(), [&](const auto& item) {
    return std::count(languages.begin(), languages.end(), item.key()) == 1;
  });
}

// The places of the value and of all that it holds, but those where anything may stand.
void add_places(const Json& value, const std::string& place, std::vector<std::string>& places) {
  places.push_back(place);
  if (!value.is_structured()) return;
  for (const auto& item : value.items()) {
    if (item.key() == "$schema" || item.key().rfind("x-", 0) == 0) continue;
    add_places(item.value(), place + '/' + item.key(), places);
  }
}

// Whether a mistake is at the place or at what holds it.
bool names(const ReadPetition& read, const std::string& place) {
  return std::any_of(read.mistakes.begin(), read.mistakes.end(), [&](const json::Mistake& mistake) {
    return mistake.severity == json::Severity::error && place.rfind(mistake.pointer, 0) == 0;
  });
}

TEST_CASE("document: a value of a wrong type is refused at its place, wherever that is") {
  for (const std::string& text : {documents::full, example()}) {
    const Json document = Json::parse(text, is_of_two_languages, false);
    REQUIRE(document.is_object());
    std::vector<std::string> places;
    add_places(document, "", places);
    CHECK(places.size() > 60);
    for (const std::string& place : places) {
      const Json::json_pointer pointer(place);
      for (const Json& instead : one_of_each_type) {
        if (is_of_type(instead, document[pointer])) continue;
        Json wrong = document;
        wrong[pointer] = instead;
        const ReadPetition read = read_petition(wrong.dump());
        INFO(place << " is " << instead.dump() << ": " << json::describe(read.mistakes));
        const bool is_well = may_be(instead, document[pointer], document["languages"]);
        CHECK((read.petition != nullptr) == is_well);
        CHECK(names(read, place) != is_well);
      }
    }
  }
}

TEST_CASE("document: a list without items and a text without characters say nothing") {
  const Json document = Json::parse(documents::full, nullptr, false);
  std::vector<std::string> places;
  add_places(document, "", places);
  for (const std::string& place : places) {
    Json wrong = document;
    Json& value = wrong[Json::json_pointer(place)];
    if (!value.is_array() && !value.is_string()) continue;
    value = value.is_array() ? Json::array() : Json("");
    const ReadPetition read = read_petition(wrong.dump());
    INFO(place << ": " << json::describe(read.mistakes));
    CHECK_FALSE(read.petition);
    CHECK(names(read, place));
  }
}

TEST_CASE("document: a member that is left out is missed where it must be") {
  const Json document = Json::parse(documents::full, nullptr, false);
  const std::string must_be[] = {"/petition",
                                 "/version",
                                 "/languages",
                                 "/title",
                                 "/demands",
                                 "/fields",
                                 "/controller",
                                 "/timeline/0/date",
                                 "/timeline/0/text",
                                 "/fields/0/name",
                                 "/controller/name",
                                 "/controller/contact",
                                 "/controller/purpose",
                                 "/controller/retention",
                                 "/consents/1/name"};
  for (const std::string& place : must_be) {
    const Json::json_pointer pointer(place);
    Json without = document;
    without[pointer.parent_pointer()].erase(pointer.back());
    const ReadPetition read = read_petition(without.dump());
    INFO(place << ": " << json::describe(read.mistakes));
    CHECK_FALSE(read.petition);
    CHECK(names(read, place));
  }
}

}  // namespace
}  // namespace petition_box
