#include <unit/icu/remembering_icu.hpp>

#include <map>
#include <utility>

namespace petition_box {
namespace {

template <class Answer>
using Memory = std::map<std::string, Answer>;

// What is remembered of the question, once it was asked.
template <class Answer, class Ask>
const Answer& recall(Memory<Answer>& memory, const std::string& question, const Ask& ask) {
  const auto found = memory.find(question);
  return found != memory.end() ? found->second : memory.emplace(question, ask()).first->second;
}

std::string question(std::string_view tag, std::int64_t number) {
  return std::string(tag) + ' ' + std::to_string(number);
}

}  // namespace

std::string RememberingIcu::number(std::string_view tag, std::int64_t number) const {
  static Memory<std::string> memory;
  return recall(memory, question(tag, number), [&] { return icu_.number(tag, number); });
}

std::string RememberingIcu::date(std::string_view tag, const Date& date) const {
  static Memory<std::string> memory;
  return recall(memory, question(tag, (date.year * 100 + date.month) * 100 + date.day),
                [&] { return icu_.date(tag, date); });
}

std::string RememberingIcu::time_zone(std::string_view tag, std::string_view zone) const {
  static Memory<std::string> memory;
  return recall(memory, std::string(tag) + ' ' + std::string(zone),
                [&] { return icu_.time_zone(tag, zone); });
}

std::string RememberingIcu::plural_category(std::string_view tag, std::int64_t number) const {
  static Memory<std::string> memory;
  return recall(memory, question(tag, number), [&] { return icu_.plural_category(tag, number); });
}

std::string RememberingIcu::regions(std::string_view tag, std::string_view codes) const {
  static Memory<std::string> memory;
  return recall(memory, std::string(tag) + ' ' + std::string(codes),
                [&] { return icu_.regions(tag, codes); });
}

std::string RememberingIcu::language(std::string_view tag) const {
  static Memory<std::string> memory;
  return recall(memory, std::string(tag), [&] { return icu_.language(tag); });
}

std::string RememberingIcu::composed(std::string_view text) const { return icu_.composed(text); }

std::string RememberingIcu::ascii_domain(std::string_view domain) const {
  return icu_.ascii_domain(domain);
}

}  // namespace petition_box
