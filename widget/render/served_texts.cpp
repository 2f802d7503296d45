#include <command/signed_text.hpp>
#include <document/read.hpp>
#include <render/document_text.hpp>
#include <render/served_texts.hpp>

namespace petition_box {

bool ServedTexts::add(const std::string& operand) {
  const auto document = read_text(operand);
  if (!document) return false;
  const ReadPetition read = read_petition(*document);
  if (!read.petition) return false;
  texts_[{read.petition->id, read.petition->version}] = signed_text(*document);
  return true;
}

std::optional<json::Mistake> ServedTexts::compare(const Petition& petition,
                                                  std::string_view document) const {
  const auto served = texts_.find({petition.id, petition.version});
  if (served == texts_.end() || served->second == signed_text(document)) return std::nullopt;
  return json::Mistake{"/version", "another version, for the text is not the one that is served",
                       '"' + petition.version + '"'};
}

}  // namespace petition_box
