#include <algorithm>
#include <string>

#include <document/link.hpp>
#include <render/answer_text.hpp>
#include <wire/retry_after.hpp>

namespace petition_box {
namespace {

// The text up to the end of its first line, of which it is rid then.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

// Of "HTTP/1.1 200 OK" and "HTTP/2 200".
std::optional<int> status_in(std::string_view line) {
  if (line.rfind("HTTP/", 0) != 0) return std::nullopt;
  line.remove_prefix(std::min(line.find(' '), line.size()));
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const auto status = whole_number_in(line.substr(0, line.find(' ')));
  if (!status || *status < 100 || *status > 999) return std::nullopt;
  return static_cast<int>(*status);
}

// Of a header, where it is that one.
std::optional<std::string> value_of(std::string_view line, std::string_view name) {
  if (!begins_with(line, name) || line.substr(name.size(), 1) != ":") return std::nullopt;
  line.remove_prefix(name.size() + 1);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return std::string(line);
}

}  // namespace

std::optional<SavedAnswer> read_answer(std::string_view text) {
  std::optional<SavedAnswer> answer;
  while (const auto status = status_in(text.substr(0, text.find('\n')))) {
    Response& response = answer.emplace().response;
    response.status = *status;
    take_line(text);
    for (std::string_view line = take_line(text); !line.empty(); line = take_line(text)) {
      answer->has_headers = true;
      if (auto type = value_of(line, "content-type")) response.type = std::move(*type);
      if (auto wait = value_of(line, "retry-after")) response.retry_after = std::move(*wait);
      if (value_of(line, "access-control-allow-origin")) answer->allows_origin = true;
    }
  }
  if (answer) answer->response.body = text;
  return answer;
}

std::string cors_line_of(const SavedAnswer& answer, const Description& description) {
  if (!answer.has_headers || answer.allows_origin || !description.is_readable()) return {};
  std::string line = "warning: no Access-Control-Allow-Origin: ";
  if (description.is_preflighted()) {
    line += "browsers ask leave for this request, and send nothing without it";
  } else {
    line += "no page of another site can read this answer, so signers read that ";
    line += description.catches_duplicates() ? "it is tried again, and then that nothing is certain"
                                             : "it was sent, and cannot be confirmed";
  }
  return line + '\n';
}

}  // namespace petition_box
