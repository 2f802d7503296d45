#include <unit/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include <box/view.hpp>
#include <markup/html.hpp>
#include <unit/box/visitor.hpp>

namespace petition_box {
namespace {

constexpr std::int64_t some_day = 1'770'000'000'000;  // 2026-02-02

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

void forget_answers(Node& node) {
  const auto is_answer = [](const Attribute& attribute) {
    return attribute.name == "value" || attribute.name == "checked";
  };
  std::erase_if(node.attributes, is_answer);
  for (const auto& child : node.children) forget_answers(*child);
}

// What is shown but for the state of the controls, which a browser knows by itself.
std::string html_without_answers(Node node) {
  forget_answers(node);
  return write_html(node);
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

void Visitor::send(Message message) {
  Moment moment{now, {}};
  for (unsigned char& byte : moment.random) byte = static_cast<unsigned char>(random_());
  sent.emplace_back(message, moment);
  const bool is_quiet =
      std::holds_alternative<Entered>(message) || std::holds_alternative<Seen>(message);
  // Until all countries are named the list has the one that is chosen.
  const bool may_show_nothing = is_quiet && has_view(model) && model.names_countries;
  const std::string before = may_show_nothing ? html_without_answers(view()) : "";
  Step step = update(model, message, moment, platform_);
  effects = std::move(step.effects);
  shows = step.shows;
  const auto* entered = std::get_if<Entered>(&message);
  const bool typing = entered != nullptr && entered->entering == Entering::typing;
  // A page tells of a key only where the view asks for it.
  const bool may_show = typing && before.find("data-keys") != std::string::npos;
  const bool shows_nothing = !shows || (typing && !may_show);
  if (may_show_nothing && shows_nothing) CHECK(html_without_answers(view()) == before);
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
    if (fetch != nullptr && ends_with(fetch->request.url, url)) found = fetch;
  }
  return found;
}

const Wake* Visitor::last_wake() const { return last<Wake>(history); }

void Visitor::answer(const std::string& url, Response answer) {
  const Fetch* fetch = last_fetch(url);
  if (fetch == nullptr) FAIL("nothing was asked for at " << url);
  send(Answered{fetch->ticket, std::move(answer)});
}

void Visitor::answer_signature(Response answer) {
  const Fetch* asked = last_fetch("/signatures");
  REQUIRE(asked != nullptr);
  REQUIRE_FALSE(asked->request.body.empty());
  send(Answered{asked->ticket, std::move(answer)});
}

void Visitor::wake() {
  const Wake* asked = last_wake();
  REQUIRE(asked != nullptr);
  now += asked->after_ms;
  send(Woken{asked->ticket});
}

void Visitor::name_countries() {
  if (last_wake() == nullptr) return;
  wake();
  std::erase_if(history, [](const Effect& effect) { return std::holds_alternative<Wake>(effect); });
}

void Visitor::type(const std::string& field, const std::string& text, bool finished) {
  send(typed(field, text, finished));
}

void Visitor::fill_in() {
  type("given_name", "Ada");
  type("family_name", "Exemple");
  type("email_address", "ada@example.org");
  type("country", "FR");
  type("postal_code", "75011");
  tick("sign");
}

void Visitor::tick(const std::string& consent, bool given) { send(ticking(consent, given)); }

void Visitor::submit(bool permitted) {
  send(Submitted{});
  if (std::holds_alternative<AskedAgain>(model.stage)) press("decline");
  permit(permitted);
}

void Visitor::press(const std::string& name) { send(Pressed{name}); }

void Visitor::permit(bool permitted) {
  const Raise* raise = last<Raise>(effects);
  if (raise != nullptr && raise->ticket != 0) send(Permitted{raise->ticket, permitted});
}

Node Visitor::view() const { return petition_box::view(model, platform_); }

std::string Visitor::state() const { return *view().find("data-state"); }

std::vector<std::string> Visitor::raised() const {
  std::vector<std::string> names;
  for (const Effect& effect : history) {
    if (const auto* raise = std::get_if<Raise>(&effect)) names.emplace_back(name_of(raise->event));
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

Entered typed(const std::string& field, const std::string& text, bool finished) {
  return {{{field, {text}}}, finished ? Entering::finished : Entering::typing};
}

Entered ticking(const std::string& consent, bool given) {
  Entry entry{"consent_" + consent, {}};
  if (given) entry.values.emplace_back("given");
  return {{entry}, Entering::finished};
}

Visitor reader_of(const std::string& document) {
  Visitor visitor;
  visitor.configure();
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  visitor.answer("/petition", {200, "", document});
  visitor.name_countries();
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

namespace {

// Whatever lacks of a variant is not said otherwise.
nlohmann::json texts_in(const std::string& tag) {
  nlohmann::json texts = nlohmann::json::object();
  for (const char* part : {"", ".whole", ".consent"}) {
    const std::string path = "embed/locales/" + tag + part + ".json";
    if (!std::filesystem::exists(std::string(PETITION_BOX_SOURCES) + "/" + path)) continue;
    const auto read = nlohmann::json::parse(read_file(path));
    texts.update(read.contains("wording") ? read.at("wording") : read);
  }
  return texts;
}

}  // namespace

const std::string& catalogue_text(const std::string& tag) {
  static std::map<std::string, std::string> read;
  const auto [text, is_new] = read.try_emplace(tag);
  if (is_new) {
    // A variant ("de-x-informal") has the texts of its language besides its own.
    const std::string origin = tag.substr(0, tag.find("-x-"));
    auto words = texts_in(origin);
    if (origin != tag) words.update(texts_in(tag));
    text->second = words.dump();
  }
  return text->second;
}

}  // namespace petition_box
