#include <utility>

#include <command/file.hpp>
#include <document/read.hpp>
#include <endpoint/petition_shelf.hpp>

namespace petition_box::endpoint {
namespace {

bool has_error(const json::Mistakes& mistakes) {
  for (const json::Mistake& mistake : mistakes) {
    if (mistake.severity == json::Severity::error) return true;
  }
  return false;
}

}  // namespace

std::variant<PetitionShelf, std::string> PetitionShelf::read(const std::string& folder) {
  const auto listed = files_in(folder, ".json");
  if (const auto* reason = std::get_if<std::string>(&listed)) return *reason;
  PetitionShelf shelf;
  std::string wrong;
  for (const std::filesystem::path& path : *std::get_if<Paths>(&listed)) {
    auto text = read_file(path, most_document_bytes);
    if (!text) {
      wrong += describe_in(path, {{{}, "a file of at most 256 kB that can be read", {}}});
      continue;
    }
    ReadPetition read = read_petition(*text);
    if (has_error(read.mistakes) || !read.petition) {
      wrong += describe_in(path, read.mistakes);
      continue;
    }
    shelf.warnings_ += describe_in(path, read.mistakes);
    const std::string id = read.petition->id;
    ShelvedPetition shelved{std::move(*read.petition), store_file(path, std::move(*text))};
    if (!shelf.petitions_.emplace(id, std::move(shelved)).second) {
      wrong += describe_in(path, {{"/petition", "a name that no other document has", id}});
    }
  }
  if (!wrong.empty()) return wrong;
  if (shelf.petitions_.empty())
    return folder + ": expected a petition document such as health-data.json";
  return shelf;
}

const ShelvedPetition* PetitionShelf::find(std::string_view id) const {
  const auto entry = petitions_.find(id);
  return entry == petitions_.end() ? nullptr : &entry->second;
}

std::vector<std::string> PetitionShelf::ids() const {
  std::vector<std::string> ids;
  ids.reserve(petitions_.size());
  for (const auto& entry : petitions_) ids.push_back(entry.first);
  return ids;
}

}  // namespace petition_box::endpoint
