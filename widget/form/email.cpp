#include <algorithm>

#include <document/link.hpp>
#include <form/email.hpp>
#include <form/plain.hpp>
#include <unicode/ascii.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_bytes = 254;
constexpr std::size_t most_local_bytes = 64;
constexpr std::size_t most_label_bytes = 63;

bool is_local_part(std::string_view local) {
  constexpr std::string_view marks = ".!#$%&'*+/=?^_`{|}~-";
  const auto fits = [&](char c) {
    return is_alphanumeric(c) || marks.find(c) != std::string_view::npos;
  };
  return !local.empty() && local.size() <= most_local_bytes && local.front() != '.' &&
         local.back() != '.' && local.find("..") == std::string_view::npos &&
         std::all_of(local.begin(), local.end(), fits);
}

bool is_label(std::string_view label) {
  const auto fits = [](char c) { return is_alphanumeric(c) || c == '-'; };
  return !label.empty() && label.size() <= most_label_bytes && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), fits);
}

bool is_domain(std::string_view domain) {
  if (domain.find('.') == std::string_view::npos) return false;
  while (true) {
    const std::size_t dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return false;
    // A top label begins with a letter; with a digit it would be the end of an IP address.
    if (dot == std::string_view::npos) return domain.front() > '9';
    domain.remove_prefix(dot + 1);
  }
}

// Without what comes along when an address is copied from a text or from another program:
// "Ada <ada@example.org>", "mailto:ada@example.org?subject=x", "(ada@example.org),".
std::string_view without_wrapping(std::string_view text) {
  text.remove_prefix(text.rfind('<') + 1);
  text = text.substr(0, text.find('>'));
  while (!text.empty() && std::string_view(" .,;:!?)]}'\"").find(text.back()) != text.npos) {
    // Of the marks that may stand around it, the local part may begin with these.
    const char front = text.front();
    if (text.back() == front || (text.back() == '}' && front == '{')) text.remove_prefix(1);
    text = text.substr(0, text.size() - (text.empty() ? 0 : 1));
  }
  while (!text.empty() && std::string_view(" ([\"").find(text.front()) != text.npos) {
    text.remove_prefix(1);
  }
  if (!begins_with(text, "mailto:")) return text;
  text.remove_prefix(std::string_view("mailto:").size());
  return text.substr(0, text.find('?'));
}

}  // namespace

std::string read_email(std::string_view cleaned, const Platform& platform) {
  const std::string written = plain(cleaned);
  const std::string_view typed = without_wrapping(written);
  const std::size_t at = typed.find('@');
  if (at == std::string_view::npos) return {};
  const std::string_view local = typed.substr(0, at);
  std::string domain(typed.substr(at + 1));
  // What a URL parser would read as more than a host never reaches it.
  if (!is_ascii(domain) && domain.find_first_of("/:@?#\\ ") == std::string::npos) {
    domain = platform.ascii_domain(domain);
  }
  if (!is_local_part(local) || !is_domain(domain)) return {};
  std::string address(local);
  address += '@';
  address += domain;
  if (address.size() > most_bytes) return {};
  return address;
}

}  // namespace petition_box
