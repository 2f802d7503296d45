#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include <command/file.hpp>
#include <command/signed_text.hpp>
#include <digest/sha256.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/servable.hpp>
#include <icu/icu_time_zones.hpp>
#include <wire/protocol.hpp>

namespace petition_box::endpoint {
namespace {

namespace fs = std::filesystem;

// A document of the folder, or what is wrong with it.
struct Candidate {
  fs::path path;
  std::string text;
  ReadPetition read;
  Destination destination{};

  bool is_petition() const { return read.petition && !json::has_error(read.mistakes); }
};

Candidate read_candidate(const fs::path& folder, const std::string& embed, const fs::path& path) {
  if (std::string reason = why_not_served(folder, path); !reason.empty()) {
    return {path, {}, {{}, {{{}, "a file of this folder", std::move(reason)}}}};
  }
  const IcuTimeZones zones;
  auto text = read_file(path, most_document_bytes);
  if (!text) return {path, {}, {{}, {{{}, "a file of at most 256 kB that can be read", {}}}}};
  ReadPetition read = protocol::read_petition(*text, nullptr, &zones);
  Destination destination;
  if (read.petition) destination = destination_of(*read.petition, embed, read.mistakes);
  return {path, std::move(*text), std::move(read), std::move(destination)};
}

// Refuses documents that have one id.
void compare_ids(std::vector<Candidate>& candidates) {
  std::map<std::string, std::vector<Candidate*>> by_id;
  for (Candidate& candidate : candidates) {
    if (candidate.is_petition()) by_id[candidate.read.petition->id].push_back(&candidate);
  }
  for (const auto& [id, named] : by_id) {
    if (named.size() == 1) continue;
    for (Candidate* candidate : named) {
      candidate->read.mistakes.push_back({"/petition", "a name that no other document has", id});
    }
  }
}

}  // namespace

std::variant<PetitionShelf, std::string> PetitionShelf::read(const std::string& folder,
                                                             const std::string& embed,
                                                             const PetitionShelf& former) {
  const auto listed = files_in(folder, ".json");
  if (const auto* reason = std::get_if<std::string>(&listed)) return *reason;
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  std::vector<Candidate> candidates;
  for (const fs::path& path : *std::get_if<Paths>(&listed)) {
    candidates.push_back(read_candidate(root, embed, path));
  }
  compare_ids(candidates);
  PetitionShelf shelf;
  for (auto& [path, text, read, destination] : candidates) {
    const std::string file = path.filename().string();
    std::string mistakes = describe_in(path, read.mistakes);
    if (!read.petition || json::has_error(read.mistakes)) {
      shelf.unserved_.push_back({file, std::move(mistakes)});
      continue;
    }
    shelf.warnings_ += mistakes;
    const std::string id = read.petition->id;
    std::string signed_part = signed_text(text);
    std::string hash = sha256(signed_part);
    ShareSource share = read_share_source(text);
    PetitionDocument document(path, std::move(text), read.petition->languages);
    shelf.petitions_.emplace(
        id, ShelvedPetition{std::move(read.petition), std::move(destination), std::move(document),
                            std::move(share), file, std::move(signed_part), std::move(hash)});
  }
  shelf.keep(former);
  if (!shelf.petitions_.empty()) return shelf;
  if (!shelf.unserved_.empty()) return shelf.warnings();
  return folder + ": expected a petition document such as health-data.json";
}

// Of another file, a petition with its id may have been read meanwhile.
void PetitionShelf::keep(const PetitionShelf& former) {
  for (const auto& [id, shelved] : former.petitions_) {
    for (UnservedDocument& document : unserved_) {
      if (document.file == shelved.file && petitions_.emplace(id, shelved).second) {
        document.why += document.file + ": the petition is served as it was before\n";
      }
    }
  }
}

const ShelvedPetition* PetitionShelf::find(std::string_view id) const {
  const auto entry = petitions_.find(id);
  return entry == petitions_.end() ? nullptr : &entry->second;
}

std::string PetitionShelf::warnings() const {
  std::string all = warnings_;
  for (const UnservedDocument& document : unserved_) all += document.why;
  return all;
}

}  // namespace petition_box::endpoint
