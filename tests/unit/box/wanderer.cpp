#include <algorithm>
#include <iterator>
#include <utility>

#include <unit/box/faults.hpp>
#include <unit/box/wanderer.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

const std::vector<std::string> name_answers{"", " ", "Zozanne", "D’Essayeuse",
                                            "www.zozanne.example"};
const std::vector<std::string> email_answers{"", "zozanne@", "zozanne@example.org",
                                             "essayeuse@bücher.example"};
const std::vector<std::string> country_answers{"", "FR", "NL", "JP", "Zozannie"};
const std::vector<std::string> postcode_answers{"", "77193", "1077 ZQ", "7719", "177 193 277 193"};
const std::vector<std::string> comment_answers{"", "Essayeuse encore.\nFin.", "Zozanne"};

const std::vector<std::string>& answers_for(const std::string& field) {
  if (field == "email_address") return email_answers;
  if (field == "country") return country_answers;
  if (field == "postal_code") return postcode_answers;
  return field == "comment" ? comment_answers : name_answers;
}

// Words that the box must never tell, whatever they stand in.
const std::vector<std::string> telling{"zozann", "Zozann", "ssayeuse", "77193", "177 193", "1077"};

const std::string received = R"({"status":"received"})";

const std::vector<Response> endpoint_answers{
    {},
    {},
    {201, "", received},
    {202, "", R"({"status":"to_be_confirmed"})"},
    {200, "", "<!doctype html>"},
    {422, "",
     R"({"errors":[{"pointer":"#/email_address","code":"format"},
                   {"pointer":"#/zozanne@example.org","code":"zozanne"},
                   {"pointer":"#/consent_updates","code":"outdated"}]})"},
    {422, "", "{}"},
    {409, "", ""},
    {410, "", ""},
    {429, "7", ""},
    {503, "", R"({"retry_after":900})"},
    {404, "", ""}};

const std::vector<Response> other_answers{{},
                                          {200, "", ""},
                                          {200, "", "[]"},
                                          {200, "", R"({"count":7})"},
                                          {200, "", R"({"count":7,"closed":true})"},
                                          {404, "", ""},
                                          {503, "", ""}};

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// What a well-meaning host and endpoint answer.
Response good_answer(const Fetch& fetch) {
  if (!fetch.request.body.empty()) return {201, "", received};
  if (ends_with(fetch.request.url, "en.json")) return {200, "", catalogue_text("en")};
  if (ends_with(fetch.request.url, "fr.json")) return {200, "", catalogue_text("fr")};
  if (fetch.request.url.find("signatures") != std::string::npos)
    return {200, "", R"({"count":12})"};
  return {200, "", fetch.request.url == "/small" ? documents::small : documents::full};
}

bool has_form(const Node& view) {
  return find(view, [](const Node& node) { return node.tag == "form"; }) != nullptr;
}

}  // namespace

Wanderer::Wanderer(unsigned seed) : random_(seed), visitor_(seed) {}

void Wanderer::send(const std::string& what, const Message& message) {
  last_step_ = what;
  visitor_.send(message);
  for (const Effect& effect : visitor_.effects) {
    if (const auto* fetch = std::get_if<Fetch>(&effect)) asked_[fetch->ticket] = *fetch;
    if (const auto* wake = std::get_if<Wake>(&effect)) {
      // The number is asked for again for ever: seldom here, for there is more to be done.
      const bool is_of_number = asked_under(wake->ticket) == Asked::standing;
      if (!is_of_number || below(8) == 0) sleeping_[wake->ticket] = *wake;
    }
    const auto* raise = std::get_if<Raise>(&effect);
    if (raise != nullptr && raise->ticket != 0) undecided_ = raise->ticket;
  }
}

std::size_t Wanderer::under_way() const {
  const std::size_t announced = undecided_ != 0 ? 1 : 0;
  return announced + static_cast<std::size_t>(std::count_if(
                         asked_.begin(), asked_.end(),
                         [](const auto& asked) { return !asked.second.request.body.empty(); }));
}

void Wanderer::step() {
  visitor_.now += static_cast<std::int64_t>(below(40'000));
  if (below(200) == 0) visitor_.now += std::int64_t{366} * 24 * 60 * 60 * 1000;
  const std::size_t choice = visitor_.model.configuration.base.empty() ? 0 : below(24);
  if (choice == 0) return configure();
  if (undecided_ != 0 && below(8) != 0) return decide(below(8) != 0);
  if (choice <= 7) return answer();
  if (choice == 8) return answer_late();
  if (choice <= 11) return wake();
  if (choice <= 15) return type();
  if (choice <= 17) {
    const std::string consent = below(2) == 0 ? "sign" : "updates";
    return send("tick", ticking(consent, below(3) != 0));
  }
  if (choice == 18) return press();
  if (choice == 19 && below(2) == 0) return send("back online", BackOnline{});
  if (choice == 19 && below(2) == 0) return advise();
  if (choice == 19) return send("seen", Seen{below(3) != 0});
  if (choice == 20) {
    fill_in();
  }
  if (has_form(visitor_.view())) send("submit", Submitted{});
}

void Wanderer::configure() {
  const std::vector<std::string> sources{"/full", "/full", "/small", ""};
  const std::vector<std::string> endpoints{"/signatures", "/signatures", "/other/signatures",
                                           "javascript:alert(1)"};
  const std::vector<std::vector<std::string>> languages{{"fr"}, {"en"}, {"ja"}, {}, {"en", "fr"}};
  Configuration next = visitor_.model.configuration;
  next.base = "/box/";
  if (next.src.empty() || below(3) == 0) next.src = one_of(sources);
  if (next.endpoint.empty() || below(3) == 0) next.endpoint = one_of(endpoints);
  if (below(2) == 0) next.languages = one_of(languages);
  send("configure " + next.src + " " + next.endpoint, Configured{next});
}

void Wanderer::decide(bool permitted) {
  send(permitted ? "permit" : "prevent", Permitted{std::exchange(undecided_, 0), permitted});
}

Response Wanderer::answer_to(const Fetch& fetch) {
  if (!fetch.request.body.empty()) return one_of(endpoint_answers);
  if (below(3) == 0) return one_of(other_answers);
  return good_answer(fetch);
}

void Wanderer::answer() {
  if (asked_.empty()) return type();
  const auto& [ticket, fetch] = one_of(asked_);
  const Answered answered{ticket, answer_to(fetch)};
  const std::string what =
      "answer " + fetch.request.url + " " + std::to_string(answered.response.status);
  answered_.push_back(ticket);
  asked_.erase(answered.ticket);
  send(what, answered);
}

void Wanderer::answer_late() {
  if (answered_.empty()) return;
  send("answer again", Answered{one_of(answered_), one_of(endpoint_answers)});
}

void Wanderer::wake() {
  if (sleeping_.empty()) return;
  const auto& [ticket, wake] = one_of(sleeping_);
  visitor_.now += wake.after_ms;
  const Woken woken{ticket};
  sleeping_.erase(woken.ticket);
  send("wake", woken);
}

void Wanderer::type() {
  const std::string field{one_of(known_fields).name};
  const std::string& text = one_of(answers_for(field));
  for (const std::string& word : telling) {
    if (text.find(word) != std::string::npos) typed_.insert(word);
  }
  send("type " + field, petition_box::typed(field, text, below(2) == 0));
}

void Wanderer::advise() {
  const std::vector<Advised> all{{"email_address", "zozanne@example.org"},
                                 {"email_address", ""},
                                 {"country", "[CNIL](https://www.cnil.fr/)"},
                                 {"country", ""}};
  const Advised& advised = one_of(all);
  send("advise " + advised.advice, advised);
}

void Wanderer::press() {
  std::vector<std::string> names;
  each(visitor_.view(), [&](const Node& node) {
    if (node.find("data-press") != nullptr) names.push_back(value_of(node, "data-press"));
  });
  if (names.empty()) return;
  const std::string name = one_of(names);
  send("press " + name, Pressed{name});
}

void Wanderer::fill_in() {
  typed_.insert(telling.begin(), telling.end());
  const std::pair<const char*, const char*> good[] = {{"given_name", "Zozanne"},
                                                      {"family_name", "D’Essayeuse"},
                                                      {"email_address", "zozanne@example.org"},
                                                      {"country", "FR"},
                                                      {"postal_code", "77193"}};
  for (const auto& [field, text] : good) send("fill in", petition_box::typed(field, text, true));
  send("consent", ticking("sign", true));
}

// Does the next thing that leads to a signature; false where there is nothing to be done.
bool Wanderer::go_on() {
  if (undecided_ != 0) {
    decide(true);
  } else if (!asked_.empty()) {
    const auto [ticket, fetch] = *asked_.begin();
    asked_.erase(ticket);
    send("good answer to " + fetch.request.url, Answered{ticket, good_answer(fetch)});
  } else if (!sleeping_.empty()) {
    wake();
  } else if (std::holds_alternative<AskedAgain>(visitor_.model.stage)) {
    send("answer the second question", Pressed{below(2) == 0 ? "accept" : "decline"});
  } else if (has_form(visitor_.view())) {
    fill_in();
    send("submit", Submitted{});
  } else if (pages_ < 2) {
    // The page mends what is its own: another petition, an endpoint that is one.
    const std::string src = ++pages_ == 1 ? "/small" : "/full";
    send("another page", Configured{{src, "/signatures", "/box/", {"en"}}});
  } else {
    return false;
  }
  return true;
}

std::string Wanderer::sign() {
  constexpr int enough = 40;
  for (int steps = 0; steps < enough; ++steps) {
    std::erase_if(sleeping_,
                  [](const auto& one) { return asked_under(one.first) == Asked::standing; });
    const bool waits = undecided_ != 0 || !asked_.empty() || !sleeping_.empty();
    const std::string state = waits ? "waiting" : visitor_.state();
    if (state == "signed" || state == "to-confirm" || state == "closed") return state;
    if (!go_on()) return "stuck while " + state;
  }
  return "going round in circles while " + visitor_.state();
}

}  // namespace petition_box
