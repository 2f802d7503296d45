#include <share/way.hpp>
#include <unicode/ascii.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

// Line feeds are CRLF in mail (RFC 6068 section 5), and every other way takes them.
void add_encoded(std::string_view text, bool is_mail, std::string& address) {
  for (std::size_t end = 0; !text.empty(); text.remove_prefix(end)) {
    end = text.find('\n');
    percent_encode(text.substr(0, end), address);
    if (end == std::string_view::npos) return;
    address += is_mail ? "%0D%0A" : "%0A";
    ++end;
  }
}

bool may_be_in_host(char c) {
  const bool is_of_another_script = static_cast<unsigned char>(c) >= 0x80;
  return is_alphanumeric(c) || is_of_another_script || c == '.' || c == '-' || c == ':';
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

std::string address_of(Way way, const Told& told, std::string_view server) {
  const bool is_mail = way == Way::email;
  std::string address;
  std::string_view rest = traits_of(way).pattern;
  for (; !rest.empty(); rest.remove_prefix(1)) {
    if (rest.front() != '$') {
      address += rest.front();
      continue;
    }
    rest.remove_prefix(1);
    const char what = rest.front();
    if (what == 's') address += server;
    if (what == 't') add_encoded(told.title, is_mail, address);
    if (what == 'x' || what == 'b') add_encoded(told.text, is_mail, address);
    if (what == 'b') address += "%0A";
    if (what == 'a' || what == 'b') percent_encode(told.address, address);
  }
  return address;
}

std::string server_in(std::string_view written) {
  while (!written.empty() && is_blank(written.front())) written.remove_prefix(1);
  while (!written.empty() && is_blank(written.back())) written.remove_suffix(1);
  const std::size_t scheme = written.find("://");
  if (scheme != std::string_view::npos) written.remove_prefix(scheme + 3);
  written = written.substr(0, written.find_first_of("/?#"));
  const std::size_t at = written.rfind('@');
  if (at != std::string_view::npos) written.remove_prefix(at + 1);
  for (const char c : written) {
    if (!may_be_in_host(c)) return {};
  }
  const std::size_t dot = written.find('.');
  const bool has_name = dot != 0 && dot != std::string_view::npos && dot + 1 < written.size();
  return has_name ? std::string(written) : std::string();
}

}  // namespace petition_box
