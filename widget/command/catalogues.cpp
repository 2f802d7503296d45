#include <algorithm>
#include <filesystem>
#include <utility>

#include <command/catalogues.hpp>
#include <command/file.hpp>
#include <language/tag.hpp>

namespace petition_box {

std::variant<Catalogues, std::string> Catalogues::read(const std::string& embed, const char* name) {
  const std::filesystem::path folder = std::filesystem::path(embed) / name;
  const auto listed = files_in(folder, ".json");
  if (const auto* reason = std::get_if<std::string>(&listed)) return *reason;
  Catalogues catalogues;
  std::string wrong;
  for (const std::filesystem::path& path : *std::get_if<Paths>(&listed)) {
    if (!is_language_tag(path.stem().string())) continue;
    const auto text = read_file(path, Catalogue::most_bytes);
    if (!text) {
      catalogues.warnings_ += describe_in(path, {{{}, "a file that can be read", {}}});
      continue;
    }
    auto read = Catalogue::read(path.stem().string(), *text);
    if (const auto* mistakes = std::get_if<json::Mistakes>(&read)) {
      wrong += describe_in(path, *mistakes);
    } else {
      catalogues.catalogues_.push_back(
          std::make_shared<const Catalogue>(std::move(*std::get_if<Catalogue>(&read))));
    }
  }
  if (!wrong.empty()) return catalogues.warnings_ + wrong;
  if (catalogues.catalogues_.empty())
    return catalogues.warnings_ + folder.string() + ": expected a catalogue such as fr.json";
  return catalogues;
}

std::vector<std::string> Catalogues::tags() const {
  std::vector<std::string> tags;
  tags.reserve(catalogues_.size());
  for (const auto& catalogue : catalogues_) tags.push_back(catalogue->tag());
  return tags;
}

bool Catalogues::has(const std::string& tag) const { return lookup({tag}, tags()).has_value(); }

const std::shared_ptr<const Catalogue>& Catalogues::in(
    const std::vector<std::string>& ranges) const {
  return catalogues_[lookup(ranges, tags()).value_or(0)];
}

}  // namespace petition_box
