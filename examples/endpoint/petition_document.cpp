#include <utility>

#include <command/one_language.hpp>
#include <endpoint/petition_document.hpp>
#include <language/tag.hpp>

namespace petition_box::endpoint {

PetitionDocument::PetitionDocument(const std::filesystem::path& path, std::string text,
                                   std::vector<std::string> languages)
    : whole_(compress_file(store_file(path, std::move(text)))), languages_(std::move(languages)) {}

const StoredFile& PetitionDocument::in(const std::string& language) const {
  if (languages_.size() < 2) return whole_;
  const std::string& one = languages_[lookup({language}, languages_).value_or(0)];
  auto made = made_.find(one);
  if (made == made_.end()) {
    StoredFile file = store_file("document.json", in_one_language(*whole_.plain.bytes, one));
    made = made_.emplace(one, compress_file(std::move(file))).first;
  }
  return made->second;
}

}  // namespace petition_box::endpoint
