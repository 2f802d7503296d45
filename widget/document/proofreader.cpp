#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <document/petition.hpp>
#include <document/proofreader.hpp>
#include <language/tag.hpp>

namespace petition_box {

void LanguageProofreader::see(const json::Place& place, const Text& text,
                              json::Mistakes& mistakes) const {
  std::vector<std::string> available;
  std::string list;
  for (const Translation& translation : text.translations) {
    list += (list.empty() ? "" : ", ") + translation.language;
    available.push_back(translation.language);
  }
  if (lookup({language_}, available)) return;
  std::string pointer = json::pointer(place);
  if (place.holds(json::Kind::object)) json::append_token(pointer, language_);
  // The warning that the document lists the language and has no text in it is the same, and was the
  // last to be noted but for those of this text.
  const auto same = [&](const json::Mistake& mistake) { return mistake.pointer == pointer; };
  const auto of_this_text = static_cast<std::ptrdiff_t>(
      std::min(mistakes.size(), place.value->members.size() + most_languages));
  mistakes.erase(std::remove_if(mistakes.end() - of_this_text, mistakes.end(), same),
                 mistakes.end());
  mistakes.push_back({std::move(pointer), "a text in " + language_, "one in " + list});
}

void Proofreaders::see(const json::Place& place, const Text& text, json::Mistakes& mistakes) const {
  for (const Proofreader* proofreader : all_) proofreader->see(place, text, mistakes);
}

void Proofreaders::see_whole(const Petition& petition, json::Mistakes& mistakes) const {
  for (const Proofreader* proofreader : all_) proofreader->see_whole(petition, mistakes);
}

}  // namespace petition_box
