#include <algorithm>
#include <tuple>

#include <english/mistakes.hpp>
#include <render/complaint.hpp>

namespace petition_box {
namespace {

// What a document says may hold control characters, which would end the line or steer a terminal:
// they are written as JSON writes them.
std::string without_controls(const std::string& text) {
  constexpr const char* digits = "0123456789abcdef";
  std::string written;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 && code != 0x7f) {
      written += c;
    } else {
      written += "\\u00";
      written += digits[code / 16];
      written += digits[code % 16];
    }
  }
  return written;
}

}  // namespace

std::vector<Complaint> complaints_about(const std::string& file, std::string_view text,
                                        const json::Mistakes& mistakes) {
  std::vector<Complaint> complaints;
  complaints.reserve(mistakes.size());
  const std::vector<json::Position> positions = json::locate(text, mistakes);
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    complaints.push_back({file, positions[i], in_english(mistakes[i])});
  }
  std::stable_sort(complaints.begin(), complaints.end(), [](const auto& one, const auto& other) {
    return std::tie(one.position.line, one.position.column) <
           std::tie(other.position.line, other.position.column);
  });
  return complaints;
}

std::string line_of(const Complaint& complaint) {
  const auto& [file, position, mistake] = complaint;
  const std::string place =
      file + ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
  return without_controls(place + ": " + name_of(mistake.severity) + ": " +
                          json::describe({mistake}));
}

const char* name_of(json::Severity severity) {
  return severity == json::Severity::error ? "error" : "warning";
}

}  // namespace petition_box
