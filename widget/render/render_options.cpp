#include <limits>
#include <utility>

#include <colour/colour.hpp>
#include <document/link.hpp>
#include <language/tag.hpp>
#include <render/render_options.hpp>

namespace petition_box {

const char* const render_usage =
    R"(Usage: petition-render [option...] DOCUMENT
Writes the HTML that puts the petition of the document on a page. DOCUMENT is a file, or - for
standard input.
  --snippet KIND      pre-rendered unless given:
                        element       one script and one <petition-box>
                        wrapped       the same in a div, for sites that remove unknown elements
                        pre-rendered  with the whole box in it, to be seen before its script comes
                        frame         an iframe and the script that makes it as high as the box
                        plain         the form alone, without any script; not inside a form of
                                      the page, which would be sent in its place
                        link          the link to the sign page alone
                        link-markdown the same in Markdown
                      each leaves the link where a site removes the rest
  --site URL          the address of a reference endpoint: all places are where it has them;
                      "" leaves them relative to the page's own site
  --base URL          the folder of the box's own files
  --src URL           the document, for the script
  --endpoint URL      where signatures are sent
  --sign-page URL     the page to sign without script
  --frame-page URL    the page for the frame
  --lang TAG          the language (BCP 47); the petition's own unless given
  --accent COLOUR     of the buttons and marks, #rgb or #rrggbb
  --heading N         the level of the heading over the petition, 1 to 6; 2 unless given
  --count N           the number of signatures to begin with
  --embed FOLDER      where locales/ and integrity.json are; unless given, the folder embed beside
                      the build folder of this program, else build/embed under the current folder
  --no-integrity      let the files change: no integrity attributes, no version in the address
  --json              write {"snippet": ..., "kind": ...}
  --help              print this
Exit status: 0, or 1 for mistakes in the document, or 2 for anything else.
)";

namespace {

enum Name : int {
  snippet,
  site,
  base,
  src,
  endpoint,
  sign_page,
  frame_page,
  lang,
  accent,
  heading,
  count,
  embed,
  no_integrity,
  as_json,
};

constexpr option known[] = {
    {"snippet", required_argument, nullptr, snippet},
    {"site", required_argument, nullptr, site},
    {"base", required_argument, nullptr, base},
    {"src", required_argument, nullptr, src},
    {"endpoint", required_argument, nullptr, endpoint},
    {"sign-page", required_argument, nullptr, sign_page},
    {"frame-page", required_argument, nullptr, frame_page},
    {"lang", required_argument, nullptr, lang},
    {"accent", required_argument, nullptr, accent},
    {"heading", required_argument, nullptr, heading},
    {"count", required_argument, nullptr, count},
    {"embed", required_argument, nullptr, embed},
    {"no-integrity", no_argument, nullptr, no_integrity},
    {"json", no_argument, nullptr, as_json},
    {"help", no_argument, nullptr, help_option},
    {nullptr, 0, nullptr, 0},
};

// These give what is expected in the place of the value, or an empty text.

std::string take_address(std::string& into, const char* value) {
  into = value;
  return is_form_target(into) ? "" : "an https or http address, or one relative to the page";
}

std::string take_place(Places& places, int name, const char* value) {
  switch (name) {
    case base: {
      std::string expected = take_address(places.base, value);
      if (!places.base.empty() && places.base.back() != '/') places.base += '/';
      return expected;
    }
    case src:
      return take_address(places.src, value);
    case endpoint:
      return take_address(places.endpoint, value);
    case sign_page:
      return take_address(places.sign_page, value);
    default:
      return take_address(places.frame_page, value);
  }
}

std::string take_kind(SnippetKind& into, const char* value) {
  const auto kind = snippet_named(value);
  into = kind.value_or(into);
  if (kind) return {};
  std::string names;
  for (const SnippetKind one : all_snippet_kinds) {
    names += (names.empty() ? "" : ", ") + std::string(name_of(one));
  }
  return names;
}

std::string take_count(std::optional<std::int64_t>& into, const char* value) {
  into = read_number(value, 0, std::numeric_limits<std::int64_t>::max());
  return into ? "" : "a whole number from 0 on";
}

std::string take(RenderOptions& options, int name, const char* value) {
  switch (name) {
    case snippet:
      return take_kind(options.kind, value);
    case site:
      options.site = value;
      return options.site->empty() || is_form_target(value) ? "" : "an https or http address";
    case lang:
      options.language = value;
      return is_language_tag(value) ? "" : "a language tag such as fr or pt-BR";
    case accent:
      options.accent = value;
      return read_colour(value) ? "" : "a colour such as #0b5f5c";
    case heading:
      options.heading_level = static_cast<int>(read_number(value, 1, 6).value_or(0));
      return options.heading_level != 0 ? "" : "a number from 1 to 6";
    case count:
      return take_count(options.count, value);
    case embed:
      options.embed = value;
      return *value == '\0' ? "a folder" : "";
    case no_integrity:
      options.integrity = false;
      return {};
    case as_json:
      options.json = true;
      return {};
    default:
      return take_place(options.places, name, value);
  }
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

}  // namespace

std::variant<RenderOptions, Help, Misuse> read_render_options(int argc, char** argv) {
  RenderOptions options;
  auto read = read_options(argc, argv, known, [&](int number, const char* value) {
    return take(options, number, value);
  });
  if (std::holds_alternative<Help>(read)) return Help{};
  if (auto* misuse = std::get_if<Misuse>(&read)) return std::move(*misuse);
  auto& operands = *std::get_if<std::vector<std::string>>(&read);
  if (operands.size() != 1) {
    return Misuse{"expected one DOCUMENT, found " + std::to_string(operands.size())};
  }
  options.document = std::move(operands.front());
  if (options.site) return options;
  const std::string missing = missing_place(options.kind, options.places);
  if (missing.empty()) return options;
  return Misuse{missing + " or --site is needed for the snippet " + name_of(options.kind)};
}

}  // namespace petition_box
