#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <box/first_shown.hpp>
#include <box/view.hpp>
#include <json/decimal.hpp>
#include <language/language.hpp>
#include <markup/html.hpp>
#include <snippet/address.hpp>
#include <snippet/markdown.hpp>
#include <snippet/plain_box.hpp>
#include <snippet/plain_endpoint.hpp>
#include <snippet/snippet.hpp>
#include <wire/plain_form.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

// In the order of SnippetKind.
constexpr std::array<const char*, all_snippet_kinds.size()> kind_names{
    "element", "wrapped", "pre-rendered", "frame", "plain", "link", "link-markdown"};

using Attributes = std::vector<Attribute>;

// A tag for a person to read: an attribute a line.
std::string open(const char* tag, const Attributes& attributes, const char* prefix = "") {
  std::string html = "<";
  html += tag;
  for (const Attribute& attribute : attributes) {
    (html += "\n  ") += prefix;
    html += attribute.name;
    html += "=\"" + escape_html(attribute.value) + '"';
  }
  return html + '>';
}

void add_integrity(Node& node, const std::string& integrity) {
  if (!integrity.empty()) node.set("integrity", integrity).set("crossorigin", "anonymous");
}

std::string script(const std::string& address, const std::string& integrity) {
  Node node("script");
  node.set("type", "module").set("src", address);
  add_integrity(node, integrity);
  return write_html(node);
}

Node stylesheet(const std::string& address, const std::string& integrity) {
  Node node("link");
  node.set("rel", "stylesheet").set("href", address);
  add_integrity(node, integrity);
  return node;
}

Node stylesheet(const SnippetRequest& request) {
  return stylesheet(request.places.base + "petition-box.css", request.integrity.stylesheet);
}

// Beside the box: it is about the element, and parts of it. A line of its own; empty: there is
// none.
std::string theme_of(const SnippetRequest& request) {
  const auto* const found = std::find(themes.begin(), themes.end(), request.theme);
  if (found == themes.end()) return {};
  const auto index = static_cast<std::size_t>(found - themes.begin());
  return write_html(stylesheet(request.places.base + "themes/" + request.theme + ".css",
                               request.integrity.themes.at(index))) +
         '\n';
}

// Asks for a file before the script does, with the same credentials and integrity as it will: else
// the file would come twice (https://html.spec.whatwg.org/multipage/links.html#link-type-preload).
std::string preload(const std::string& address, const char* as, const std::string& integrity = {}) {
  Node node("link");
  node.set("rel", "preload").set("as", as).set("href", address);
  if (!integrity.empty()) node.set("integrity", integrity);
  return '\n' + write_html(node.set("crossorigin", "anonymous"));
}

// For those that have no box around the link: the stylesheet and the script of the frame know it.
constexpr const char* link_beside = "petition-box-link";

// Writes one snippet.
class Snippet {
 public:
  Snippet(const SnippetRequest& request, const std::shared_ptr<const Petition>& petition,
          const std::shared_ptr<const Catalogue>& catalogue, const Platform& platform)
      : request_(request),
        petition_(petition),
        catalogue_(catalogue),
        platform_(platform),
        language_(request.language.empty() ? petition->languages.front() : request.language) {}

  std::string element() const {
    return box_script() + hints() + '\n' + theme_of(request_) + open("petition-box", attributes()) +
           '\n' + line_with_link() + "</petition-box>";
  }

  std::string wrapped() const {
    std::string tag = open("div", attributes(), "data-");
    tag.insert(sizeof "<div" - 1, " data-petition-box=\"\"");
    return box_script() + hints() + '\n' + theme_of(request_) + tag + '\n' + line_with_link() +
           "</div>";
  }

  // The link first: what removes the template may leave its words. No white space in the template:
  // the script takes its nodes over one by one.
  std::string pre_rendered() const {
    Node root("template");
    root.set("shadowrootmode", "open");
    root.children.push_back(std::make_unique<Node>(stylesheet(request_)));
    root.children.push_back(std::make_unique<Node>(view(model(), platform_)));
    if (const auto plain = plain_form()) {
      send_until_taken_over(*plain, root);
    } else if (request_.description) {
      put_for_form(Node("slot"), root);
    }
    return box_script() + '\n' + theme_of(request_) + open("petition-box", attributes()) + '\n' +
           line_with_link() + "  " + write_html(root) + "\n</petition-box>";
  }

  std::string frame() const {
    std::string address = in_language(request_.places.frame_page, language_);
    if (!request_.accent.empty()) address = with_query(address, "accent", request_.accent);
    Attributes all{{"src", std::move(address)},
                   {"title", petition_->title.in(model().languages).text},
                   {"width", "100%"},
                   {"height", "1200"},
                   {"frameborder", "0"},
                   {"loading", "lazy"},
                   {"allow", "web-share; clipboard-write"}};
    // Of the address of the page around it the frame is told this (embed/frame.js).
    const std::string& source = petition_->source_parameter;
    if (!source.empty()) all.push_back({"data-source", source});
    const std::string link_or_none = link(link_beside);
    std::string html = open("iframe", all) + "</iframe>" + link_or_none + '\n';
    // The script hides the link when the frame has said that it works; without script, nobody asks.
    if (!link_or_none.empty())
      html += "<noscript>" + write_html(stylesheet(request_)) + "</noscript>\n";
    return html +
           script(request_.places.base + "petition-box-frame.js", request_.integrity.frame_script);
  }

  std::string plain() const {
    Node box = plain_box(model(), platform_);
    std::string beside = link(link_beside);
    if (const auto plain = plain_form()) {
      send_as(*plain, box);
    } else if (request_.description) {
      put_for_form(sign_link(), box);
      beside.clear();
    }
    return write_html(stylesheet(request_)) + '\n' + (beside.empty() ? beside : beside + '\n') +
           write_html(box);
  }

  // For readers without script, and where a site removes the rest; nothing where there is no page
  // for them.
  std::string link(const char* name = nullptr) const {
    if (request_.places.sign_page.empty()) return {};
    return write_html(sign_link(name));
  }

  std::string link_in_markdown() const {
    if (request_.places.sign_page.empty()) return {};
    return markdown_link(link_words(), sign_page());
  }

  // How it is sent to a described endpoint; nothing where it cannot be.
  std::optional<described::PlainForm> plain_form() const {
    return request_.description ? plain_form_of(model(), platform_) : std::nullopt;
  }

 private:
  std::string box_script() const {
    return script(request_.places.base + "petition-box.js", request_.integrity.script);
  }

  // The script is the first, which the others would hold up where connections are few. Of the
  // page's own site WebKit takes no hint for a fetch, and would load each file twice.
  std::string hints() const {
    const bool is_own_site = request_.places.base.find("//") == std::string::npos;
    if (!request_.at_once || is_own_site) return {};
    std::string document = preload(src(), "fetch");
    const std::string& version = request_.integrity.version;
    // Those of another version than the script's would come in vain.
    if (version.empty()) return document;
    const std::string folder = folder_of(request_.places.base, version);
    const bool is_usual = protocol().empty();
    const char* module = is_usual ? "petition-box.wasm" : "petition-box-whole.wasm";
    const char* words = is_usual ? ".usual.json" : ".json";
    return preload(folder + "petition-box-running.js", "script", request_.integrity.running) +
           preload(folder + module, "fetch") + document +
           preload(folder + "locales/" + catalogue_->tag() + words, "fetch") +
           preload(folder + (request_.layout.empty() ? "petition-box.css" : "layouts.css"),
                   "fetch");
  }

  Attributes attributes() const {
    Attributes all{{"src", src()}};
    const std::string own = protocol::address_of(petition_->endpoint, "");
    if (own.empty()) all.push_back({"endpoint", request_.places.endpoint});
    // So that the box begins with the module that speaks it.
    if (const std::string name = protocol(); !name.empty()) all.push_back({"protocol", name});
    all.push_back({"lang", language_});
    if (!request_.accent.empty()) all.push_back({"accent", request_.accent});
    if (request_.heading_level != usual_heading_level) {
      all.push_back({"heading", json::decimal(request_.heading_level)});
    }
    if (!request_.layout.empty()) all.push_back({"layout", request_.layout});
    if (!request_.theme.empty()) all.push_back({"theme", request_.theme});
    if (request_.at_once) all.push_back({"loading", "eager"});
    return all;
  }

  std::string src() const {
    const Places& places = request_.places;
    return places.by_language ? document_address(places.src, *petition_, language_) : places.src;
  }

  // Empty: the reference's.
  std::string protocol() const {
    return std::string(protocol::named_by(petition_->endpoint, "").name);
  }

  Node sign_link(const char* name = nullptr) const {
    Node link("a");
    if (name != nullptr) link.set("class", name);
    link.set("href", sign_page());
    if (catalogue_->tag() != language_) link.set("lang", catalogue_->tag());
    link.write(link_words());
    return link;
  }

  std::string sign_page() const { return in_language(request_.places.sign_page, language_); }

  std::string link_words() const {
    return Language(*catalogue_, platform_).say(Phrase::go_to_form);
  }

  std::string line_with_link() const {
    const std::string link_or_none = link();
    return link_or_none.empty() ? link_or_none : "  " + link_or_none + '\n';
  }

  Model model() const {
    std::string endpoint = protocol::address_of(petition_->endpoint, {});
    if (endpoint.empty()) endpoint = request_.places.endpoint;
    if (!request_.description) endpoint = form_address(std::move(endpoint), language_);
    Model model = first_shown(petition_, catalogue_,
                              {language_, endpoint, request_.places.src, request_.count,
                               request_.now, request_.heading_level, request_.description});
    model.accent = read_colour(request_.accent);
    return model;
  }

  const SnippetRequest& request_;
  const std::shared_ptr<const Petition>& petition_;
  const std::shared_ptr<const Catalogue>& catalogue_;
  const Platform& platform_;
  std::string language_;
};

}  // namespace

bool is_theme(std::string_view name) {
  return std::find(themes.begin(), themes.end(), name) != themes.end();
}

const char* name_of(SnippetKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<SnippetKind> snippet_named(std::string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == name) return static_cast<SnippetKind>(i);
  }
  return std::nullopt;
}

json::Mistakes what_lacks(SnippetKind kind, const SnippetRequest& request,
                          const std::shared_ptr<const Petition>& petition,
                          const std::shared_ptr<const Catalogue>& catalogue,
                          const Platform& platform) {
  const bool has_form = kind == SnippetKind::plain || kind == SnippetKind::pre_rendered;
  if (!has_form || !request.description) return {};
  if (Snippet(request, petition, catalogue, platform).plain_form()) return {};
  const bool has_link = !request.places.sign_page.empty();
  return {{"/endpoint/protocol",
           "an endpoint with a form that works without script for all that is asked",
           std::string("none, so that the snippet ") + name_of(kind) +
               (has_link ? " has the link to the sign page in its place"
                         : " has nothing in its place, for there is no sign page"),
           has_link ? json::Severity::warning : json::Severity::error}};
}

std::string write_snippet(SnippetKind kind, const SnippetRequest& request,
                          const std::shared_ptr<const Petition>& petition,
                          const std::shared_ptr<const Catalogue>& catalogue,
                          const Platform& platform) {
  const Snippet snippet(request, petition, catalogue, platform);
  switch (kind) {
    case SnippetKind::element:
      return snippet.element();
    case SnippetKind::wrapped:
      return snippet.wrapped();
    case SnippetKind::pre_rendered:
      return snippet.pre_rendered();
    case SnippetKind::frame:
      return snippet.frame();
    case SnippetKind::plain:
      return snippet.plain();
    case SnippetKind::link:
      return snippet.link();
    case SnippetKind::link_markdown:
      return snippet.link_in_markdown();
  }
  return {};
}

Places places_at(std::string_view site, std::string_view petition_id, std::string_view version) {
  while (!site.empty() && site.back() == '/') site.remove_suffix(1);
  const std::string start(site);
  const std::string petition = start + "/petitions/" + std::string(petition_id);
  Places places;
  places.base = start + "/embed/";
  if (!version.empty()) places.base += std::string(version) + '/';
  places.src = petition;
  places.by_language = true;
  places.endpoint = petition + "/signatures";
  places.sign_page = petition + "/sign";
  places.frame_page = petition + "/frame";
  return places;
}

}  // namespace petition_box
