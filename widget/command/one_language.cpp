#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <command/one_language.hpp>
#include <document/proofreader.hpp>
#include <document/read.hpp>

namespace petition_box {
namespace {

struct Found {
  std::string pointer;  // RFC 6901
  Text text;
};

// Notes where the texts of a document are.
class Finder final : public Proofreader {
 public:
  explicit Finder(std::vector<Found>& found) : found_(found) {}

  void see(const json::Place& place, const Text& text,
           json::Mistakes& /*mistakes*/) const override {
    if (place.holds(json::Kind::object)) found_.push_back({json::pointer(place), text});
  }

 private:
  std::vector<Found>& found_;
};

}  // namespace

std::string in_one_language(std::string_view document, const std::string& language) {
  std::vector<Found> texts;
  const Finder finder(texts);
  if (!read_petition(document, &finder).petition) return {};
  auto whole = nlohmann::ordered_json::parse(document, nullptr, false);
  for (const auto& [pointer, text] : texts) {
    const Translation& translation = text.in({language});
    nlohmann::ordered_json one;
    one[translation.language] = translation.text;
    whole[nlohmann::ordered_json::json_pointer(pointer)] = std::move(one);
  }
  return whole.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace petition_box
