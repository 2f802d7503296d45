#include <utility>

#include <language/tag.hpp>
#include <render/check_options.hpp>

namespace petition_box {

const char* const check_usage =
    R"(Usage: petition-check [option...] DOCUMENT...
Lists all mistakes of petition documents, a line each, as compilers do:
  FILE:LINE:COLUMN: error: JSON-POINTER: expected ..., found ...
DOCUMENT is a file, or - for standard input. Columns are counted in characters (code points).
  --strict     take warnings for errors
  --lang TAG   every text must have this language (BCP 47)
  --served FILE
               a document as it is served: one of the same petition and version must have the same
               text; repeat for more than one
  --json       write an array of objects with file, line, column, pointer, severity, expected and
               found
  --help       print this
Exit status: 0 without errors, 1 with errors, 2 where a file cannot be read or an option is wrong.
)";

namespace {

enum Name : int { json, strict, lang, served };

constexpr option known[] = {
    {"json", no_argument, nullptr, json},        {"strict", no_argument, nullptr, strict},
    {"lang", required_argument, nullptr, lang},  {"served", required_argument, nullptr, served},
    {"help", no_argument, nullptr, help_option}, {nullptr, 0, nullptr, 0},
};

std::string take(CheckOptions& options, int name, const char* value) {
  if (name == json) options.json = true;
  if (name == strict) options.strict = true;
  if (name == served) options.served.emplace_back(value);
  if (name != lang) return {};
  options.language = value;
  return is_language_tag(value) ? "" : "a language tag such as fr or pt-BR";
}

}  // namespace

std::variant<CheckOptions, Help, Misuse> read_check_options(int argc, char** argv) {
  CheckOptions options;
  auto read = read_options(argc, argv, known, [&](int number, const char* value) {
    return take(options, number, value);
  });
  if (std::holds_alternative<Help>(read)) return Help{};
  if (auto* misuse = std::get_if<Misuse>(&read)) return std::move(*misuse);
  options.documents = std::move(*std::get_if<std::vector<std::string>>(&read));
  if (options.documents.empty()) return Misuse{"expected a DOCUMENT"};
  return options;
}

}  // namespace petition_box
