#include <algorithm>
#include <initializer_list>
#include <string>

#include <json/decimal.hpp>
#include <markup/bytes.hpp>
#include <wasm/boundary.hpp>
#include <wasm/browser_platform.hpp>

namespace petition_box {
namespace {

constexpr std::size_t usual_answer_bytes = 256;

std::string ask(Question question, std::initializer_list<std::string_view> texts) {
  Bytes bytes;
  bytes.byte(static_cast<std::uint8_t>(question));
  for (const std::string_view text : texts) bytes.text(text);
  const std::string& written = bytes.written();
  std::string answer(usual_answer_bytes, '\0');
  while (true) {
    const std::size_t size =
        petition_box_ask(written.data(), static_cast<std::uint32_t>(written.size()), answer.data(),
                         static_cast<std::uint32_t>(answer.size()));
    const bool fitted = size <= answer.size();
    answer.resize(size);
    if (fitted) return answer;
  }
}

}  // namespace

std::string BrowserPlatform::number(std::string_view tag, std::int64_t number) const {
  return ask(Question::number, {tag, json::decimal(number)});
}

std::string BrowserPlatform::date(std::string_view tag, const Date& date) const {
  return ask(Question::date,
             {tag, json::decimal(date.year), json::decimal(date.month), json::decimal(date.day)});
}

std::string BrowserPlatform::time_zone(std::string_view tag, std::string_view zone) const {
  return ask(Question::time_zone, {tag, zone});
}

std::string BrowserPlatform::plural_category(std::string_view tag, std::int64_t number) const {
  return ask(Question::plural_category, {tag, json::decimal(number)});
}

std::vector<Region> BrowserPlatform::regions(std::string_view tag, std::string_view codes) const {
  if (regions_tag_ == tag) return regions_;
  const std::string answer = ask(Question::regions, {tag, codes});
  std::string_view rest = answer;
  regions_tag_ = tag;
  regions_.clear();
  while (rest.size() > 2) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    regions_.push_back({std::string(line.substr(0, 2)), std::string(line.substr(2))});
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return regions_;
}

std::string BrowserPlatform::composed(std::string_view text) const {
  return ask(Question::composed, {text});
}

std::string BrowserPlatform::ascii_domain(std::string_view domain) const {
  return ask(Question::ascii_domain, {domain});
}

}  // namespace petition_box
