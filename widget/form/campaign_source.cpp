#include <form/campaign_source.hpp>
#include <form/hygiene.hpp>
#include <unicode/utf8.hpp>

namespace petition_box {
namespace {

std::string_view first_of(std::string_view text, std::size_t length) {
  std::size_t bytes = 0;
  for (; length > 0 && bytes < text.size(); --length) {
    bytes += first_code_point(text.substr(bytes)).bytes;
  }
  return text.substr(0, bytes);
}

}  // namespace

std::string clean_source(std::string_view written, const Platform& platform) {
  // Composed it may be longer again.
  const std::string text = clean_line(first_of(written, most_source_length), platform).text;
  return std::string(first_of(text, most_source_length));
}

}  // namespace petition_box
