#include <unit/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include <box/view.hpp>
#include <unit/box/visitor.hpp>

namespace petition_box {
namespace {

constexpr std::int64_t some_day = 1'770'000'000'000;  // 2026-02-02

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

template <class Kind>
const Kind* last(const std::vector<Effect>& history) {
  const Kind* found = nullptr;
  for (const Effect& effect : history) {
    if (const auto* one = std::get_if<Kind>(&effect)) found = one;
  }
  return found;
}

}  // namespace

Visitor::Visitor(unsigned seed) : now(some_day), random_(seed) {}

void Visitor::send(const Message& message) {
  Moment moment{now, {}};
  for (unsigned char& byte : moment.random) byte = static_cast<unsigned char>(random_());
  sent.emplace_back(message, moment);
  Step step = update(std::move(model), message, moment, platform_);
  model = std::move(step.model);
  effects = std::move(step.effects);
  history.insert(history.end(), effects.begin(), effects.end());
}

void Visitor::configure(const std::string& languages) {
  Configuration configuration{"/petition", "/signatures", "/box/", {}};
  std::istringstream list(languages);
  for (std::string tag; std::getline(list, tag, ',');) configuration.languages.push_back(tag);
  send(Configured{configuration});
}

const Fetch* Visitor::last_fetch(const std::string& url) const {
  const Fetch* found = nullptr;
  for (const Effect& effect : history) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    if (fetch != nullptr && ends_with(fetch->url, url)) found = fetch;
  }
  return found;
}

const Wake* Visitor::last_wake() const { return last<Wake>(history); }

void Visitor::answer(const std::string& url, Answer answer) {
  const Fetch* fetch = last_fetch(url);
  if (fetch == nullptr) FAIL("nothing was asked for at " << url);
  send(Answered{fetch->ticket, std::move(answer)});
}

void Visitor::answer_signature(Answer answer) {
  const Fetch* asked = last_fetch("/signatures");
  REQUIRE(asked != nullptr);
  REQUIRE_FALSE(asked->body.empty());
  send(Answered{asked->ticket, std::move(answer)});
}

void Visitor::wake() {
  const Wake* asked = last_wake();
  REQUIRE(asked != nullptr);
  now += asked->after_ms;
  send(Woken{asked->ticket});
}

void Visitor::type(Field field, const std::string& text, bool finished) {
  send(Typed{field, text, finished});
}

void Visitor::fill_in() {
  type(Field::given_name, "Ada");
  type(Field::family_name, "Exemple");
  type(Field::email_address, "ada@example.org");
  type(Field::country, "FR");
  type(Field::postal_code, "75011");
  tick(Purpose::sign);
}

void Visitor::tick(Purpose purpose, bool given) { send(Ticked{purpose, given}); }

void Visitor::submit(bool allowed) {
  send(Submitted{});
  const Raise* raise = last<Raise>(effects);
  if (raise != nullptr && raise->ticket != 0) send(Decided{raise->ticket, allowed});
}

Node Visitor::view() const { return petition_box::view(model, platform_); }

std::string Visitor::state() const { return *view().find("data-state"); }

std::vector<std::string> Visitor::raised() const {
  std::vector<std::string> names;
  for (const Effect& effect : history) {
    if (const auto* raise = std::get_if<Raise>(&effect)) names.emplace_back(raise->event);
  }
  return names;
}

std::vector<std::string> Visitor::focused() const {
  std::vector<std::string> ids;
  for (const Effect& effect : effects) {
    if (const auto* focus = std::get_if<Focus>(&effect)) ids.push_back(focus->id);
  }
  return ids;
}

Visitor reader_of(const std::string& document) {
  Visitor visitor;
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", document});
  return visitor;
}

std::string text_of(const Node& node) {
  std::string text = node.text;
  for (const auto& child : node.children) text += text_of(*child);
  return text;
}

std::string read_file(const std::string& path) {
  std::ifstream file(std::string(PETITION_BOX_SOURCES) + "/" + path);
  if (!file) FAIL("no file " << path);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string& catalogue_text(const std::string& tag) {
  static std::map<std::string, std::string> read;
  const auto [text, is_new] = read.try_emplace(tag);
  if (is_new) {
    auto words = nlohmann::json::parse(read_file("embed/locales/" + tag + ".json"));
    const auto consent = nlohmann::json::parse(read_file("embed/locales/" + tag + ".consent.json"));
    words.update(consent.at("wording"));
    text->second = words.dump();
  }
  return text->second;
}

}  // namespace petition_box
