#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include <command/catalogues.hpp>
#include <command/now.hpp>
#include <command/protocols.hpp>
#include <document/advice.hpp>
#include <icu/icu_platform.hpp>
#include <icu/icu_time_zones.hpp>
#include <language/language.hpp>
#include <render/answer_text.hpp>
#include <render/check_options.hpp>
#include <render/complaint.hpp>
#include <render/document_text.hpp>
#include <render/embed.hpp>
#include <render/served_texts.hpp>
#include <trial/trying.hpp>
#include <wire/protocol.hpp>
#include <wire/read_description.hpp>

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

// What is wrong with a document, and what is to be shown of it.
struct Checked {
  json::Mistakes mistakes;
  std::string shown;
};

class Checking {
 public:
  explicit Checking(const CheckOptions& options)
      : options_(options), folder_(options.embed.empty() ? usual_embed() : options.embed) {}

  // Whether all of them can be read.
  bool read_served() {
    bool can_be_read = true;
    for (const std::string& document : options_.served) {
      if (served_.add(document)) continue;
      std::cerr << shown_name(document) << ": expected a document that is served\n";
      can_be_read = false;
    }
    return can_be_read;
  }

  bool read_answer_file() {
    if (options_.answer.empty()) return true;
    const auto text = read_text(options_.answer);
    if (text) answer_ = read_answer(*text);
    if (!answer_) {
      std::cerr << shown_name(options_.answer) << ": expected an answer as curl -i writes it\n";
    }
    return answer_.has_value();
  }

  Checked check(const std::string& document, const std::string& text) {
    Checked checked =
        is_description(text) ? check_description(text) : check_petition(document, text);
    if (options_.strict) {
      for (json::Mistake& mistake : checked.mistakes) mistake.severity = json::Severity::error;
    }
    return checked;
  }

 private:
  Checked check_description(const std::string& text) const {
    ReadDescription read = read_description(text);
    Checked checked{std::move(read.mistakes), {}};
    if (!read.description) return checked;
    const Petition petition = petition_of_all_fields();
    show(petition, {{&petition.endpoint, std::move(read.description)}}, checked.shown);
    return checked;
  }

  Checked check_petition(const std::string& document, const std::string& text) {
    const LanguageProofreader in_language(options_.language);
    const Advice advice(now());
    std::vector<const Proofreader*> minding{&advice};
    if (!options_.language.empty()) minding.insert(minding.begin(), &in_language);
    const Proofreaders proofreaders(std::move(minding));
    const IcuTimeZones zones;
    ReadPetition read = protocol::read_petition(text, &proofreaders, &zones);
    compare_id(read, document, read_before_);
    Checked checked{std::move(read.mistakes), {}};
    if (!read.petition) return checked;
    if (auto changed = served_.compare(*read.petition, text)) checked.mistakes.push_back(*changed);
    const auto endpoints = endpoints_of(*read.petition, folder_, checked.mistakes);
    if (std::none_of(checked.mistakes.begin(), checked.mistakes.end(), is_wrong)) {
      show(*read.petition, endpoints, checked.shown);
    }
    return checked;
  }

  // In the words of the folder, where it has them.
  std::string requests_of(const Petition& petition,
                          const std::vector<NamedEndpoint>& endpoints) const {
    const auto read = Catalogues::read(folder_);
    const auto* catalogues = std::get_if<Catalogues>(&read);
    const IcuPlatform platform;
    std::optional<Language> language;
    if (catalogues != nullptr) language.emplace(*catalogues->in(petition.languages), platform);
    std::string requests;
    for (const NamedEndpoint& one : endpoints) {
      requests += request_of(spoken(petition, one), language ? &*language : nullptr);
    }
    return requests;
  }

  static bool is_wrong(const json::Mistake& mistake) {
    return mistake.severity == json::Severity::error;
  }

  // An answer is that of the petition's own endpoint. Without a description it is the reference
  // protocol, whose answers C++ knows.
  void show(const Petition& petition, const std::vector<NamedEndpoint>& endpoints,
            std::string& shown) const {
    if (options_.request) shown += requests_of(petition, endpoints);
    const protocol::Endpoint own = spoken(petition, endpoints.front());
    if (!answer_ || own.description == nullptr) return;
    shown += lines_of(meaning_of(own, answer_->response));
    shown += cors_line_of(*answer_, *own.description);
  }

  const CheckOptions& options_;
  std::string folder_;
  DocumentsById read_before_;
  ServedTexts served_;
  std::optional<SavedAnswer> answer_;
};

int run(const CheckOptions& options) {
  std::vector<Complaint> complaints;
  Checking checking(options);
  bool unreadable = !checking.read_served() || !checking.read_answer_file();
  std::string shown;
  for (const std::string& document : options.documents) {
    const std::string name = shown_name(document);
    const auto text = read_text(document);
    if (!text) {
      std::cerr << name << ": expected a file that can be read\n";
      unreadable = true;
      continue;
    }
    const Checked checked = checking.check(document, *text);
    const auto found = complaints_about(name, *text, checked.mistakes);
    complaints.insert(complaints.end(), found.begin(), found.end());
    shown += checked.shown;
  }
  if (options.json) {
    std::cout << array_of(complaints);
  } else {
    for (const Complaint& complaint : complaints) std::cout << line_of(complaint) << '\n';
  }
  std::cout << shown;
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
