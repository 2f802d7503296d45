#include <optional>

#include <unicode/ascii.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

bool stays(char c) { return is_alphanumeric(c) || c == '*' || c == '-' || c == '.' || c == '_'; }

void escape(char c, std::string& out) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4U];
  out += digits[byte & 0xFU];
}

void encode(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (stays(c)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      escape(c, out);
    }
  }
}

std::optional<unsigned> digit(char c) {
  const char upper = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  const std::size_t at = digits.find(upper);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned>(at);
}

std::string decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = digit(text[i + 1]);
      const auto low = digit(text[i + 2]);
      if (high && low) {
        out += static_cast<char>(*high << 4U | *low);
        i += 2;
        continue;
      }
    }
    out += text[i] == '+' ? ' ' : text[i];
  }
  return out;
}

}  // namespace

std::string write_urlencoded(const std::vector<NameValue>& pairs) {
  std::string out;
  for (const NameValue& pair : pairs) {
    if (!out.empty()) out += '&';
    encode(pair.name, out);
    out += '=';
    encode(pair.value, out);
  }
  return out;
}

void percent_encode(std::string_view text, std::string& address) {
  for (const char c : text) {
    if (stays(c) || c == '~') {
      address += c;
    } else {
      escape(c, address);
    }
  }
}

std::vector<NameValue> read_urlencoded(std::string_view body) {
  std::vector<NameValue> pairs;
  while (!body.empty()) {
    const std::size_t end = body.find('&');
    const std::string_view pair = body.substr(0, end);
    if (!pair.empty()) {
      const std::size_t equals = pair.find('=');
      const bool has_value = equals != std::string_view::npos;
      pairs.push_back({decode(pair.substr(0, equals)),
                       has_value ? decode(pair.substr(equals + 1)) : std::string()});
    }
    if (end == std::string_view::npos) break;
    body.remove_prefix(end + 1);
  }
  return pairs;
}

}  // namespace petition_box
