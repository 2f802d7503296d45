#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <openssl/evp.h>

#include <endpoint/page_shell.hpp>
#include <form/sha256.hpp>
#include <language/tag.hpp>
#include <markup/html.hpp>
#include <snippet/address.hpp>

namespace petition_box::endpoint {
namespace {

// Browsers show a form that somebody goes back to with what was typed in it. Once that is signed,
// the next person at the same computer must not read it there. What is kept, for as long as the
// window is open, says no more than that somebody has signed in it.
constexpr const char* returning_script = R"js(
const form = document.querySelector('form');
const [entry] = performance.getEntriesByType('navigation');
if (document.querySelector('[data-state=signed]')) sessionStorage.signed = 'yes';
else if (entry?.type !== 'back_forward') delete sessionStorage.signed;
addEventListener('pageshow', () => {
  if (!form || !sessionStorage.signed) return;
  for (const control of form.elements) {
    if (control.type === 'checkbox') control.checked = false;
    else if (control.type !== 'hidden') control.value = '';
  }
});
)js";

// "'sha256-...'", as a policy names a script of the page itself (CSP #source-list-syntax).
std::string source_of(const std::string& script) {
  const std::string hex = sha256(script);
  std::array<unsigned char, 32> hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) {
    hash[i] = static_cast<unsigned char>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
  }
  std::array<unsigned char, 45> base64{};
  const int size = EVP_EncodeBlock(base64.data(), hash.data(), static_cast<int>(hash.size()));
  return "'sha256-" + std::string(base64.begin(), base64.begin() + size) + '\'';
}

// Nothing but what the box needs may run on a page for a frame, and on the others nothing but the
// page's own script, whatever may be written on them. That any page may frame it, a policy can only
// say by not speaking of frame-ancestors: its * leaves out pages without an address of their own,
// such as files.
std::string policy_of(const Appearance& appearance, PageScript script) {
  std::string policy =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
      "base-uri 'none'";
  if (script == PageScript::returning) policy += "; script-src " + source_of(returning_script);
  if (script == PageScript::box) {
    policy +=
        "; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
        "require-trusted-types-for 'script'";
  }
  if (!appearance.framed) policy += "; frame-ancestors 'none'";
  return policy;
}

constexpr const char* box_scripts = R"html(
<script type="module" src="../../embed/petition-box.js"></script>
<script type="module" src="../../embed/framed.js"></script>)html";

}  // namespace

Reply page_reply(const Page& page, const Appearance& appearance) {
  const bool leftwards = direction_of(page.language) == Direction::right_to_left;
  std::string style = page.root + (appearance.framed ? "frame.css" : "page.css");
  if (!appearance.accent.empty()) style = with_query(style, "accent", appearance.accent);
  std::string text = "<!doctype html>\n<html lang=\"" + escape_html(page.language) + "\" dir=\"";
  text += leftwards ? "rtl" : "ltr";
  text += R"(">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href=")" +
          escape_html(style) + R"(">)";
  if (page.script == PageScript::box) {
    // In its shadow root the box has its style.
    text += box_scripts;
  } else {
    text += "\n<link rel=\"stylesheet\" href=\"" + page.root + "embed/petition-box.css\">";
  }
  text += "\n<title>" + escape_html(page.title) + "</title>\n</head>\n<body>\n" + page.body;
  if (page.script == PageScript::returning) {
    text += std::string("\n<script>") + returning_script + "</script>";
  }
  text += "\n</body>\n</html>\n";
  return reply(page.status, "text/html; charset=utf-8", std::move(text))
      .set("Cache-Control", "no-store")
      .set("Content-Security-Policy", policy_of(appearance, page.script))
      .set("Referrer-Policy", "same-origin");
}

}  // namespace petition_box::endpoint
