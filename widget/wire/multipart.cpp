#include <wire/multipart.hpp>

namespace petition_box {
namespace {

// Adds the text, in which each CR LF, CR and LF becomes the line break.
void add(std::string_view text, std::string_view line_break, std::string& body) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' || text[i] == '\n') {
      if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      body += line_break;
    } else {
      body += text[i];
    }
  }
}

void add_name(std::string_view name, std::string& body) {
  for (;;) {
    const std::size_t mark = name.find('"');
    add(name.substr(0, mark), "%0D%0A", body);
    if (mark == std::string_view::npos) return;
    body += "%22";
    name.remove_prefix(mark + 1);
  }
}

}  // namespace

std::string boundary_of(std::string_view submission_id) {
  return std::string("petition-box-").append(submission_id);
}

std::string write_multipart(const std::vector<NameValue>& pairs, std::string_view boundary) {
  std::string body;
  const auto begin_line = [&] { body.append("--").append(boundary); };
  for (const NameValue& pair : pairs) {
    begin_line();
    body += "\r\nContent-Disposition: form-data; name=\"";
    add_name(pair.name, body);
    body += "\"\r\n\r\n";
    add(pair.value, "\r\n", body);
    body += "\r\n";
  }
  begin_line();
  body += "--\r\n";
  return body;
}

}  // namespace petition_box
