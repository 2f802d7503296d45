#include <unit/catch.hpp>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include <nlohmann/json.hpp>

#include <json/parse.hpp>

namespace petition_box::json {
namespace {

using Json = nlohmann::ordered_json;

constexpr Limits limits{100'000, 1000};

const char* const texts[] = {"",   "a",    "é",  "🖊", "\"", "\\",        "/",
                             "\n", "\x1f", "日", "߿",   "ࠀ",  "\U0010ffff"};

template <class Things>
const auto& one_of(const Things& things, std::mt19937& random) {
  return *std::next(std::begin(things), static_cast<std::ptrdiff_t>(random() % std::size(things)));
}

// What may stand anywhere, well-formed or not.
std::string any_piece(std::mt19937& random) {
  static const std::string characters = "{}[],:\"\\-.01 \n\t\f\x01\xff\xc3";
  static const char* const words[] = {"\\u00", "\\ud800", "\\uDFFF", "\\u0041",      "\\x",
                                      "e-",    "true",    "nul",     "\xed\xa0\x80", "//",
                                      "\"a\"", "1e+3 ",   "-0.50"};
  if (random() % 2 == 0) return {one_of(characters, random)};
  return one_of(words, random);
}

Json any_value(std::mt19937& random, int depth) {
  switch (random() % (depth > 4 ? 5 : 8)) {
    case 0:
      return nullptr;
    case 1:
      return random() % 2 == 0;
    case 2:
      return static_cast<std::int64_t>(random()) - 2'000'000'000;
    case 3:
      return static_cast<double>(random() % 1000) / 8;
    case 4:
      return std::string(one_of(texts, random)) + one_of(texts, random);
    case 5: {
      Json object = Json::object();
      for (std::size_t i = random() % 4; i > 0; --i) {
        object[one_of(texts, random) + std::to_string(i)] = any_value(random, depth + 1);
      }
      return object;
    }
    default: {
      Json list = Json::array();
      for (std::size_t i = random() % 4; i > 0; --i) list.push_back(any_value(random, depth + 1));
      return list;
    }
  }
}

bool same(const Value& ours, const Json& other) {
  switch (ours.kind) {
    case Kind::null:
      return other.is_null();
    case Kind::boolean:
      return other.is_boolean() && other.get<bool>() == ours.boolean;
    case Kind::integer:
      return other.is_number_integer() && other.get<std::int64_t>() == ours.integer;
    case Kind::fraction:
      return other.is_number();
    case Kind::text:
      return other.is_string() && other.get<std::string>() == ours.text;
    case Kind::array:
    case Kind::object:
      break;
  }
  if (other.is_object() != (ours.kind == Kind::object) || other.size() != ours.members.size()) {
    return false;
  }
  return std::equal(ours.members.begin(), ours.members.end(), other.items().begin(),
                    [&](const Member& member, const auto& item) {
                      const bool is_named = other.is_array() || member.name == item.key();
                      return is_named && same(member.value, item.value());
                    });
}

TEST_CASE("json: a text means the same to another reader, or is well-formed to neither") {
  std::mt19937 random(8259);
  int well_formed = 0;
  int malformed = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text =
        any_value(random, 0).dump(random() % 2 == 0 ? -1 : 1, ' ', random() % 2 == 0);
    for (std::size_t i = random() % 3; i > 0; --i) {
      const std::size_t at = random() % (text.size() + 1);
      text.replace(at, random() % 3, any_piece(random));
    }
    const Json other = Json::parse(text, nullptr, false);
    const auto ours = parse(text, limits);
    CAPTURE(text);
    if (const auto* value = std::get_if<Value>(&ours)) {
      REQUIRE_FALSE(other.is_discarded());
      REQUIRE(same(*value, other));
      ++well_formed;
    } else if (std::get<Mistake>(ours).found != "the name a second time") {
      REQUIRE(other.is_discarded());
      ++malformed;
    }
  }
  CHECK(well_formed > 5000);
  CHECK(malformed > 5000);
}

}  // namespace
}  // namespace petition_box::json
