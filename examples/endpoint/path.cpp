#include <charconv>

#include <endpoint/path.hpp>

namespace petition_box::endpoint {

std::optional<std::string> decoded_path(std::string_view path) {
  std::string decoded;
  while (!path.empty()) {
    const std::size_t plain = path.find('%');
    decoded += path.substr(0, plain);
    if (plain == std::string_view::npos) break;
    path.remove_prefix(plain + 1);
    const std::string_view digits = path.substr(0, 2);
    unsigned char octet = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, octet, 16);
    if (error != std::errc() || stop != end || digits.size() != 2) return std::nullopt;
    if (octet == '/' || octet == '\0') return std::nullopt;
    decoded += static_cast<char>(octet);
    path.remove_prefix(2);
  }
  return decoded;
}

}  // namespace petition_box::endpoint
