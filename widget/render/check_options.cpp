#include <command/command_line.hpp>
#include <language/tag.hpp>
#include <render/check_options.hpp>

namespace petition_box {
namespace {

constexpr const char* what_it_does =
    R"(Usage: petition-check [option...] DOCUMENT...
Lists all mistakes of petition documents, a line each, as compilers do:
  FILE:LINE:COLUMN: error: JSON-POINTER: expected ..., found ...
DOCUMENT is a file, or - for standard input. Columns are counted in characters (code points).
)";

constexpr const char* footer =
    R"(Exit status: 0 without errors, 1 with errors, 2 where a file cannot be read or an option is wrong.
)";

}  // namespace

std::variant<CheckOptions, Ending> read_check_options(int argc, char** argv) {
  CheckOptions options;
  const auto app = command_line(what_it_does, footer);
  app->add_flag("--strict", options.strict, "take warnings for errors");
  app->add_option("--lang", options.language, "every text must have this language (BCP 47)")
      ->type_name("TAG")
      ->check(expecting("a language tag such as fr or pt-BR", is_language_tag));
  app->add_option("--served", options.served,
                  "a document as it is served: one of the same petition and version must have\n"
                  "the same text; repeat for more than one")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  app->add_flag("--json", options.json,
                "write an array of objects with file, line, column, pointer, severity, expected\n"
                "and found");
  app->add_option("DOCUMENT", options.documents)->take_all();
  if (auto ending = read(*app, argc, argv)) return std::move(*ending);
  if (options.documents.empty()) return Ending{"expected a DOCUMENT", app->help()};
  return options;
}

}  // namespace petition_box
