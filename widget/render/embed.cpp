#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <command/file.hpp>
#include <json/parse.hpp>
#include <render/embed.hpp>

namespace petition_box {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_integrity_bytes = 4096;

std::string text_of(const json::Value& object, const char* name) {
  const json::Value* value = object.find(name);
  return value != nullptr && value->kind == json::Kind::text ? value->text : std::string();
}

// What is wrong, or an empty text.
std::string read_integrity(const fs::path& path, Embed& embed) {
  const auto text = read_file(path, most_integrity_bytes);
  if (!text) return path.string() + ": expected a file that can be read";
  const auto parsed = json::parse(*text, {most_integrity_bytes, 2});
  if (const auto* mistake = std::get_if<json::Mistake>(&parsed)) {
    return describe_in(path, {*mistake});
  }
  const json::Value& object = *std::get_if<json::Value>(&parsed);
  bool is_whole = true;
  const auto read = [&](const char* name) {
    std::string value = text_of(object, name);
    is_whole = is_whole && !value.empty();
    return value;
  };
  embed.integrity = {read("version"), read("script"), read("stylesheet"), read("frame_script"),
                     read("running")};
  std::transform(themes.begin(), themes.end(), embed.integrity.themes.begin(),
                 [&](const char* name) { return read(name); });
  if (is_whole) return {};
  return path.string() +
         ": expected the texts version, script, stylesheet, frame_script, running, paper, plain "
         "and "
         "poster";
}

}  // namespace

std::variant<Embed, std::string> read_embed(const std::string& folder, bool with_integrity) {
  Embed embed;
  auto catalogues = Catalogues::read(folder);
  if (auto* wrong = std::get_if<std::string>(&catalogues)) return std::move(*wrong);
  embed.catalogues = std::move(*std::get_if<Catalogues>(&catalogues));
  if (const auto& unread = embed.catalogues.warnings(); !unread.empty()) return unread;
  if (!with_integrity) return embed;
  std::string wrong = read_integrity(fs::path(folder) / "integrity.json", embed);
  if (!wrong.empty()) return wrong;
  return embed;
}

std::string usual_embed() {
  std::error_code error;
  // build/native/widget/petition-render, and build/embed.
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path().parent_path().parent_path() / "embed";
  if (!error && fs::is_directory(folder, error)) return folder.string();
  return "build/embed";
}

}  // namespace petition_box
