#include <command/command_line.hpp>
#include <language/tag.hpp>
#include <render/check_options.hpp>

namespace petition_box {
namespace {

constexpr const char* what_it_does =
    R"(Usage: petition-check [option...] DOCUMENT...
Lists all mistakes of petition documents, a line each, as compilers do:
  FILE:LINE:COLUMN: error: JSON-POINTER: expected ..., found ...
and in the same way those of descriptions of protocols, which have "protocol" in place of a
petition. DOCUMENT is a file, or - for standard input. Columns are counted in characters (code points).
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
  app->add_flag("--request", options.request,
                "write the request that a signature of each petition would make");
  app->add_option("--answer", options.answer,
                  "say what an answer of the endpoint means, and by which rule: a file such as\n"
                  "curl -i writes, with the line of the status, headers, an empty line, the body")
      ->type_name("FILE");
  app->add_option("--embed", options.embed,
                  "the folder that embed/build.mjs makes, where the named protocols are")
      ->type_name("FOLDER");
  app->add_flag("--json", options.json,
                "write an array of objects with file, line, column, pointer, severity, expected\n"
                "and found");
  app->add_option("DOCUMENT", options.documents)->take_all();
  if (auto ending = read(*app, argc, argv)) return std::move(*ending);
  if (options.documents.empty()) return Ending{"expected a DOCUMENT", app->help()};
  return options;
}

}  // namespace petition_box
