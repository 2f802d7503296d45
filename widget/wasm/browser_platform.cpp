#include <json/decimal.hpp>
#include <markup/bytes.hpp>
#include <wasm/boundary.hpp>
#include <wasm/browser_platform.hpp>

namespace petition_box {
namespace {

constexpr std::size_t usual_answer_bytes = 256;
constexpr std::size_t most_known = 100;

std::string write(Question question, std::initializer_list<std::string_view> texts) {
  Bytes bytes;
  bytes.byte(static_cast<std::uint8_t>(question));
  for (const std::string_view text : texts) bytes.text(text);
  return bytes.written();
}

std::string ask(const std::string& question) {
  // The names of all regions take eight times as much as what is asked.
  std::string answer(usual_answer_bytes + 8 * question.size(), '\0');
  while (true) {
    const std::size_t size =
        petition_box_ask(question.data(), static_cast<std::uint32_t>(question.size()),
                         answer.data(), static_cast<std::uint32_t>(answer.size()));
    const bool fitted = size <= answer.size();
    answer.resize(size);
    if (fitted) return answer;
  }
}

}  // namespace

std::string BrowserPlatform::once(Question question,
                                  std::initializer_list<std::string_view> texts) const {
  const std::string written = write(question, texts);
  for (const NameValue& known : known_) {
    if (known.name == written) return known.value;
  }
  if (known_.size() == most_known) known_.clear();
  known_.push_back({written, ask(written)});
  return known_.back().value;
}

std::string BrowserPlatform::number(std::string_view tag, std::int64_t number) const {
  return once(Question::number, {tag, json::decimal(number)});
}

std::string BrowserPlatform::date(std::string_view tag, const Date& date) const {
  return once(Question::date,
              {tag, json::decimal(date.year), json::decimal(date.month), json::decimal(date.day)});
}

std::string BrowserPlatform::time_zone(std::string_view tag, std::string_view zone) const {
  return once(Question::time_zone, {tag, zone});
}

std::string BrowserPlatform::plural_category(std::string_view tag, std::int64_t number) const {
  return once(Question::plural_category, {tag, json::decimal(number)});
}

std::string BrowserPlatform::regions(std::string_view tag, std::string_view codes) const {
  return once(Question::regions, {tag, codes});
}

std::string BrowserPlatform::language(std::string_view tag) const {
  return once(Question::language, {tag});
}

std::string BrowserPlatform::composed(std::string_view text) const {
  return ask(write(Question::composed, {text}));
}

std::string BrowserPlatform::ascii_domain(std::string_view domain) const {
  return ask(write(Question::ascii_domain, {domain}));
}

}  // namespace petition_box
