#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <endpoint/page.hpp>
#include <endpoint/policy.hpp>
#include <language/tag.hpp>
#include <markup/html.hpp>
#include <snippet/address.hpp>

namespace petition_box::endpoint {
namespace {

constexpr const char* returning_script =
#include <returning.js.inc>
    ;

std::string policy_of(const Appearance& appearance, const Page& page) {
  static const std::string returning = script_source(returning_script);
  Needs needs;
  needs.box = page.script == PageScript::box;
  needs.hosts = page.hosts;
  needs.form_hosts = page.form_hosts;
  needs.picture_hosts = page.picture_hosts;
  if (page.script == PageScript::returning) needs.script = returning;
  if (appearance.framed) needs.framers = Framers::anybody;
  return policy_for(needs);
}

void add_style(Node& head, const std::string& address) {
  head.add("link").set("rel", "stylesheet").set("href", address);
}

void add_module(Node& head, const std::string& address) {
  head.add("script").set("type", "module").set("src", address);
}

void add_head(Node& html, const Page& page, const Appearance& appearance) {
  Node& head = html.add("head");
  head.add("meta").set("charset", "utf-8");
  head.add("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1");
  head.add("meta").set("name", "color-scheme").set("content", "light dark");
  head.add("link").set("rel", "icon").set("href", "data:,");
  std::string style = page.root + (appearance.framed ? "frame.css" : "page.css");
  if (!appearance.accent.empty()) style = with_query(style, "accent", appearance.accent);
  add_style(head, style);
  if (page.script == PageScript::box) {
    // In its shadow root the box has its style.
    add_module(head, page.root + (appearance.framed ? "embed/framed.js" : "embed/petition-box.js"));
  } else {
    add_style(head, page.root + "embed/petition-box.css");
    if (page.shares) add_style(head, page.root + "embed/share.css");
  }
  head.add("title", page.title);
}

}  // namespace

Reply page_reply(Page page, const Appearance& appearance) {
  const bool leftwards = direction_of(page.language) == Direction::right_to_left;
  Node html("html");
  html.set("lang", page.language).set("dir", leftwards ? "rtl" : "ltr");
  add_head(html, page, appearance);
  Node& body = html.add("body");
  body.children.push_back(std::make_unique<Node>(std::move(page.content)));
  if (page.script == PageScript::returning) body.add("script", returning_script);
  return reply(page.status, "text/html; charset=utf-8",
               "<!doctype html>\n" + write_html(html) + '\n')
      .set("Cache-Control", page.cache)
      .set("Content-Security-Policy", policy_of(appearance, page))
      .set("Referrer-Policy", "same-origin");
}

}  // namespace petition_box::endpoint
