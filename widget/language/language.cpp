#include <language/language.hpp>

namespace petition_box {
namespace {

std::string_view text_of(std::string_view name, std::initializer_list<Argument> arguments) {
  for (const Argument& argument : arguments) {
    if (argument.name == name) return argument.text;
  }
  return {};
}

std::string fill_in(std::string_view text, std::initializer_list<Argument> arguments) {
  std::string filled;
  while (true) {
    const std::size_t open = text.find("{{");
    const std::size_t close = text.find("}}", open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    filled += text.substr(0, open);
    filled += text_of(text.substr(open + 2, close - open - 2), arguments);
    text.remove_prefix(close + 2);
  }
  filled += text;
  return filled;
}

}  // namespace

std::string Language::say(Phrase phrase, std::initializer_list<Argument> arguments) const {
  const std::string* text = catalogue_.find(phrase);
  return text == nullptr ? key_of(phrase) : fill_in(*text, arguments);
}

std::string Language::say(const std::string& key, std::initializer_list<Argument> arguments) const {
  const std::string* text = catalogue_.find(key);
  return text == nullptr ? key : fill_in(*text, arguments);
}

std::string Language::say_count(std::string_view key, std::int64_t number) const {
  std::string form(key);
  form += '_';
  form += platform_.plural_category(locale(), number);
  const std::string written = this->number(number);
  return say(form, {{"count", written}});
}

}  // namespace petition_box
