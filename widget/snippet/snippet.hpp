#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <box/model.hpp>
#include <document/petition.hpp>
#include <json/mistake.hpp>
#include <language/catalogue.hpp>
#include <language/platform.hpp>
#include <wire/description.hpp>

namespace petition_box {

// Addresses, absolute or relative to the page that holds the snippet. The pages are without a
// language; empty: there is none.
struct Places {
  std::string base;          // of the folder of the box's own files, ends in '/'
  std::string src;           // of the petition's document
  std::string endpoint;      // that takes signatures
  std::string sign_page;     // with the whole box, for readers without script
  std::string frame_page;    // with the box, for a frame
  bool by_language = false;  // the document is there in each of its languages alone, too
};

// The looks that the box has besides its own: the stylesheets of the folder themes, which the page
// links.
constexpr std::array<const char*, 3> themes{"paper", "plain", "poster"};
bool is_theme(std::string_view name);

// What the files of a version hash to, as HTML writes it ("sha256-..."); empty: not told.
struct Integrity {
  std::string version;
  std::string script;
  std::string stylesheet;
  std::string frame_script;
  std::string running;                              // what the script loads once a visitor is near
  std::array<std::string, themes.size()> themes{};  // the stylesheets of these
};

struct SnippetRequest {
  Places places;
  Integrity integrity;
  std::string language;                     // BCP 47; empty: the petition's own
  std::string accent;                       // a CSS colour; empty: the box's own
  int heading_level = usual_heading_level;  // of the title
  std::string layout{};                     // "form", "button"; empty: all of the box
  std::string theme{};                      // one of themes; empty: the box's own look
  // The box is what visitors come for: all of it is asked for with the page, and not once they are
  // near.
  bool at_once = false;
  std::optional<std::int64_t> count;
  std::int64_t now = 0;  // ms since 1970; a petition that closed before is shown as closed
  std::shared_ptr<const Description>
      description{};  // of the endpoint; null: the reference protocol
};

// Ways to put the box on a page. What removes elements from pages leaves of each a link to the sign
// page, which is not shown where the rest works.
enum class SnippetKind : std::uint8_t {
  element,        // the custom element
  wrapped,        // the same for sites that remove unknown elements: a div with data- attributes
  pre_rendered,   // the element with the box in it, as declarative shadow DOM
  frame,          // an iframe
  plain,          // the box without any script
  link,           // the link alone
  link_markdown,  // the same in Markdown
};

constexpr std::array<SnippetKind, 7> all_snippet_kinds{
    SnippetKind::element, SnippetKind::wrapped, SnippetKind::pre_rendered,  SnippetKind::frame,
    SnippetKind::plain,   SnippetKind::link,    SnippetKind::link_markdown,
};

// "element", "wrapped", "pre-rendered", "frame", "plain", "link", "link-markdown".
const char* name_of(SnippetKind kind);
std::optional<SnippetKind> snippet_named(std::string_view name);

// What the writer of a document is told where a snippet with a form has a link to the sign page in
// the place of that, for the endpoint takes none that is sent without script: a warning; an error
// where there is no sign page either. Nothing where the snippet has what it should have.
json::Mistakes what_lacks(SnippetKind kind, const SnippetRequest& request,
                          const std::shared_ptr<const Petition>& petition,
                          const std::shared_ptr<const Catalogue>& catalogue,
                          const Platform& platform);

// The HTML or Markdown to paste, without a line feed at its end; empty for a link to a sign page
// that there is not.
std::string write_snippet(SnippetKind kind, const SnippetRequest& request,
                          const std::shared_ptr<const Petition>& petition,
                          const std::shared_ptr<const Catalogue>& catalogue,
                          const Platform& platform);

// Where a reference endpoint has everything. Site: its own address, with or without a slash at the
// end; empty or "/": that of the page itself. Version: of the folder whose files never change;
// empty: the folder of the newest.
Places places_at(std::string_view site, std::string_view petition_id, std::string_view version);

}  // namespace petition_box
