#include <wire/request_text.hpp>

namespace petition_box {

std::string text_of(const Request& request) {
  std::string text = std::string(request.method) + ' ' + request.url + '\n';
  text += "Accept: " + std::string(request.accept) + '\n';
  if (!request.type.empty()) text += "Content-Type: " + request.type + '\n';
  return text + request.headers + '\n' + request.body + '\n';
}

}  // namespace petition_box
