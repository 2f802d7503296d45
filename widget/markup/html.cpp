#include <array>

#include <markup/html.hpp>

namespace petition_box {
namespace {

// What is written in the place of the character; null: the character itself.
const char* reference_to(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    // What fills in templates would take these for its own: MDX, Jekyll, Twig.
    case '{':
      return "&#123;";
    case '}':
      return "&#125;";
    // A line that is empty would end the HTML in Markdown, and what makes pages smaller joins
    // lines.
    case '\n':
      return "&#10;";
    default:
      return nullptr;
  }
}

void escape(std::string_view text, std::string& html) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char* const reference = reference_to(text[at]);
    if (reference == nullptr) continue;
    html.append(text, begin, at - begin);
    html += reference;
    begin = at + 1;
  }
  html.append(text, begin);
}

bool is_void(std::string_view tag) {
  constexpr std::array<std::string_view, 6> tags{"br", "hr", "img", "input", "link", "meta"};
  for (const std::string_view candidate : tags) {
    if (candidate == tag) return true;
  }
  return false;
}

void write(const Node& node, const std::string* selected, std::string& html) {
  if (node.tag.empty()) return escape(node.text, html);
  const std::string* value = node.find("value");
  const bool is_select = node.tag == "select";
  const bool is_textarea = node.tag == "textarea";
  html += '<';
  html += node.tag;
  for (const Attribute& attribute : node.attributes) {
    if (attribute.name == "value" && (is_select || is_textarea)) continue;
    if (attribute.name == "checked" && attribute.value.empty()) continue;
    html += ' ';
    html += attribute.name;
    html += "=\"";
    escape(attribute.value, html);
    html += '"';
  }
  if (node.tag == "option" && selected != nullptr && value != nullptr && *value == *selected) {
    html += " selected=\"\"";
  }
  html += is_void(node.tag) ? " />" : ">";
  if (is_void(node.tag)) return;
  if (is_textarea && value != nullptr) {
    // A parser drops one line feed after the tag of a textarea.
    if (!value->empty() && value->front() == '\n') html += '\n';
    escape(*value, html);
  }
  // A parser knows no references in a script.
  const bool is_script = node.tag == "script";
  for (const auto& child : node.children) {
    if (is_script) {
      html += child->text;
    } else {
      write(*child, is_select ? value : selected, html);
    }
  }
  html += "</";
  html += node.tag;
  html += '>';
}

}  // namespace

std::string write_html(const Node& node) {
  std::string html;
  write(node, nullptr, html);
  return html;
}

std::string escape_html(std::string_view text) {
  std::string html;
  escape(text, html);
  return html;
}

}  // namespace petition_box
