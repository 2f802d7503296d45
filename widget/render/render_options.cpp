#include <limits>
#include <utility>

#include <colour/colour.hpp>
#include <command/command_line.hpp>
#include <document/link.hpp>
#include <language/tag.hpp>
#include <render/render_options.hpp>

namespace petition_box {
namespace {

constexpr const char* what_it_does =
    R"(Usage: petition-render [option...] DOCUMENT
Writes the HTML that puts the petition of the document on a page. DOCUMENT is a file, or - for
standard input.
)";

constexpr const char* footer =
    R"(Exit status: 0, or 1 for mistakes in the document, or 2 for anything else.
)";

std::string names_of_kinds() {
  std::string names;
  for (const SnippetKind kind : all_snippet_kinds) {
    names += (names.empty() ? "" : ", ") + std::string(name_of(kind));
  }
  return names;
}

void add_kind(CLI::App& app, SnippetKind& into) {
  const auto take = [&into](const std::string& name) { into = *snippet_named(name); };
  const auto is_kind = [](const std::string& name) { return snippet_named(name).has_value(); };
  app.add_option_function<std::string>("--snippet", take,
                                       R"(pre-rendered unless given:
  element       one script and one <petition-box>
  wrapped       the same in a div, for sites that remove unknown elements
  pre-rendered  with the whole box in it, to be seen before its script comes
  frame         an iframe and the script that makes it as high as the box
  plain         the box, without any script; not inside a form of
                the page, which would be sent in its place
  link          the link to the sign page alone
  link-markdown the same in Markdown
each leaves the link where a site removes the rest)")
      ->type_name("KIND")
      ->check(expecting(names_of_kinds(), is_kind));
}

void add_places(CLI::App& app, RenderOptions& options) {
  const auto is_site = [](const std::string& url) { return url.empty() || is_form_target(url); };
  app.add_option_function<std::string>(
         "--site", [&options](const std::string& url) { options.site = url; },
         "the address of a reference endpoint: all places are where it has them;\n"
         "\"\" leaves them relative to the page's own site")
      ->type_name("URL")
      ->check(expecting("an https or http address", is_site));
  const auto add = [&app](const char* name, std::string& place, const char* help) {
    app.add_option(name, place, help)
        ->type_name("URL")
        ->check(expecting("an https or http address, or one relative to the page", is_form_target));
  };
  add("--base", options.places.base, "the folder of the box's own files");
  add("--src", options.places.src, "the document, for the script");
  add("--endpoint", options.places.endpoint, "where signatures are sent");
  add("--sign-page", options.places.sign_page, "the page to sign without script");
  add("--frame-page", options.places.frame_page, "the page for the frame");
}

void add_looks(CLI::App& app, RenderOptions& options) {
  app.add_option("--lang", options.language,
                 "the language (BCP 47); the petition's own unless given")
      ->type_name("TAG")
      ->check(expecting("a language tag such as fr or pt-BR", is_language_tag));
  const auto is_colour = [](const std::string& text) { return read_colour(text).has_value(); };
  app.add_option("--accent", options.accent, "of the buttons and marks, #rgb or #rrggbb")
      ->type_name("COLOUR")
      ->check(expecting("a colour such as #0b5f5c", is_colour));
  add_number(app, "--heading", options.heading_level, 1, 6, "a number from 1 to 6",
             "the level of the heading over the petition, 1 to 6; 2 unless given");
  const auto is_layout = [](const std::string& text) { return text == "form" || text == "button"; };
  app.add_option("--layout", options.layout,
                 "form: without the text, which the page has itself; button: title, number and a\n"
                 "link to the sign page, for a narrow column; all of it unless given")
      ->type_name("LAYOUT")
      ->check(expecting("form or button", is_layout));
  app.add_option(
         "--theme", options.theme,
         "the look: paper, plain (the page's own font and colours) or poster; the box's own\n"
         "unless given")
      ->type_name("THEME")
      ->check(expecting("paper, plain or poster", is_theme));
  app.add_flag("--at-once", options.at_once,
               "the box is what visitors come for: ask for all of it with the page, and not\n"
               "once they are near (element and wrapped)");
  add_number(app, "--count", options.count, 0, std::numeric_limits<std::int64_t>::max(),
             "a whole number from 0 on", "the number of signatures to begin with");
}

void add_files(CLI::App& app, RenderOptions& options) {
  app.add_option("--embed", options.embed,
                 "where locales/ and integrity.json are; unless given, the folder embed beside\n"
                 "the build folder of this program, else build/embed under the current folder")
      ->type_name("FOLDER")
      ->check(expecting("a folder", [](const std::string& text) { return !text.empty(); }));
  app.add_flag_callback(
      "--no-integrity", [&options] { options.integrity = false; },
      "let the files change: no integrity attributes, no version in the address");
  app.add_flag("--json", options.json, R"(write {"snippet": ..., "kind": ...})");
}

// The option that is missing for the kind, or an empty text.
std::string missing_place(SnippetKind kind, const Places& places) {
  if (kind == SnippetKind::link || kind == SnippetKind::link_markdown) {
    return places.sign_page.empty() ? "--sign-page" : "";
  }
  if (places.base.empty()) return "--base";
  if (kind == SnippetKind::frame) return places.frame_page.empty() ? "--frame-page" : "";
  if (places.endpoint.empty()) return "--endpoint";
  return kind != SnippetKind::plain && places.src.empty() ? "--src" : "";
}

// What is wrong with the options together, or an empty text.
std::string misuse_of(const RenderOptions& options, std::size_t documents) {
  if (documents != 1) return "expected one DOCUMENT, found " + std::to_string(documents);
  const bool has_element =
      options.kind == SnippetKind::element || options.kind == SnippetKind::wrapped;
  if (options.at_once && !has_element) return "--at-once is for the snippets element and wrapped";
  if (!options.layout.empty() && !has_element)
    return "--layout is for the snippets element and wrapped";
  if (!options.theme.empty() && !has_element && options.kind != SnippetKind::pre_rendered)
    return "--theme is for the snippets element, wrapped and pre-rendered";
  if (options.site) return {};
  const std::string missing = missing_place(options.kind, options.places);
  if (missing.empty()) return {};
  return missing + " or --site is needed for the snippet " + name_of(options.kind);
}

}  // namespace

std::variant<RenderOptions, Ending> read_render_options(int argc, char** argv) {
  RenderOptions options;
  const auto app = command_line(what_it_does, footer);
  add_kind(*app, options.kind);
  add_places(*app, options);
  add_looks(*app, options);
  add_files(*app, options);
  std::vector<std::string> documents;
  app->add_option("DOCUMENT", documents)->take_all();
  if (auto ending = read(*app, argc, argv)) return std::move(*ending);
  if (std::string misuse = misuse_of(options, documents.size()); !misuse.empty()) {
    return Ending{std::move(misuse), app->help()};
  }
  options.document = std::move(documents.front());
  if (std::string& base = options.places.base; !base.empty() && base.back() != '/') base += '/';
  return options;
}

}  // namespace petition_box
