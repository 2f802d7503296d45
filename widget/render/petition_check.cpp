#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include <command/now.hpp>
#include <document/advice.hpp>
#include <icu/icu_time_zones.hpp>
#include <render/check_options.hpp>
#include <render/complaint.hpp>
#include <render/document_text.hpp>
#include <render/served_texts.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

constexpr int has_errors = 1;
constexpr int misused = 2;

bool is_error(const Complaint& complaint) {
  return complaint.mistake.severity == json::Severity::error;
}

// The documents that have been read, by the ids of their petitions.
using DocumentsById = std::map<std::string, std::string>;

// Two documents of one petition cannot both be served.
void compare_id(ReadPetition& read, const std::string& document, DocumentsById& others) {
  if (!read.petition) return;
  const std::string& id = read.petition->id;
  const auto [other, is_new] = others.emplace(id, document);
  std::error_code error;
  if (is_new || std::filesystem::equivalent(other->second, document, error)) return;
  read.mistakes.push_back({"/petition", "a name that no other document has",
                           id + ", as in " + shown_name(other->second)});
}

std::string array_of(const std::vector<Complaint>& complaints) {
  auto array = nlohmann::ordered_json::array();
  for (const auto& [file, position, mistake] : complaints) {
    array.push_back({{"file", file},
                     {"line", position.line},
                     {"column", position.column},
                     {"pointer", mistake.pointer},
                     {"severity", name_of(mistake.severity)},
                     {"expected", mistake.expected},
                     {"found", mistake.found}});
  }
  // The name of a file need not be UTF-8.
  return array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

int run(const CheckOptions& options) {
  std::vector<Complaint> complaints;
  DocumentsById read_before;
  ServedTexts served;
  bool unreadable = false;
  for (const std::string& document : options.served) {
    if (served.add(document)) continue;
    std::cerr << shown_name(document) << ": expected a document that is served\n";
    unreadable = true;
  }
  for (const std::string& document : options.documents) {
    const std::string name = shown_name(document);
    const auto text = read_text(document);
    if (!text) {
      std::cerr << name << ": expected a file that can be read\n";
      unreadable = true;
      continue;
    }
    const LanguageProofreader in_language(options.language);
    const Advice advice(now());
    std::vector<const Proofreader*> minding{&advice};
    if (!options.language.empty()) minding.insert(minding.begin(), &in_language);
    const Proofreaders proofreaders(std::move(minding));
    const IcuTimeZones zones;
    ReadPetition read = protocol::read_petition(*text, &proofreaders, &zones);
    compare_id(read, document, read_before);
    json::Mistakes& mistakes = read.mistakes;
    if (read.petition) {
      if (auto changed = served.compare(*read.petition, *text)) mistakes.push_back(*changed);
    }
    if (options.strict) {
      for (json::Mistake& mistake : mistakes) mistake.severity = json::Severity::error;
    }
    const auto found = complaints_about(name, *text, mistakes);
    complaints.insert(complaints.end(), found.begin(), found.end());
  }
  if (options.json) {
    std::cout << array_of(complaints);
  } else {
    for (const Complaint& complaint : complaints) std::cout << line_of(complaint) << '\n';
  }
  std::cout.flush();
  if (unreadable || !std::cout) return misused;
  return std::any_of(complaints.begin(), complaints.end(), is_error) ? has_errors : 0;
}

}  // namespace
}  // namespace petition_box

int main(int argc, char** argv) {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  const auto options = read_check_options(argc, argv);
  if (const auto* ending = std::get_if<Ending>(&options)) return end(*ending);
  return run(*std::get_if<CheckOptions>(&options));
}
