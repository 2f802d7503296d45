#include <unit/catch.hpp>
#include <unit/wasm/browser.hpp>

#include <algorithm>
#include <utility>

#include <box/view.hpp>
#include <wasm/boundary.hpp>
#include <wasm/effect_writer.hpp>
#include <wasm/message_reader.hpp>

namespace petition_box {
namespace {

const RememberingIcu icu;

std::int64_t number_in(ByteReader& question) { return std::stoll(question.text()); }

std::string answer_to(ByteReader& question) {
  switch (static_cast<Question>(question.byte())) {
    case Question::number: {
      const std::string tag = question.text();
      return icu.number(tag, number_in(question));
    }
    case Question::date: {
      const std::string tag = question.text();
      Date date;
      for (int* part : {&date.year, &date.month, &date.day}) {
        *part = static_cast<int>(number_in(question));
      }
      return icu.date(tag, date);
    }
    case Question::time_zone: {
      const std::string tag = question.text();
      return icu.time_zone(tag, question.text());
    }
    case Question::plural_category: {
      const std::string tag = question.text();
      return icu.plural_category(tag, number_in(question));
    }
    case Question::regions: {
      const std::string tag = question.text();
      return icu.regions(tag, question.text());
    }
    case Question::language:
      return icu.language(question.text());
    case Question::composed:
      return icu.composed(question.text());
    case Question::ascii_domain:
      return icu.ascii_domain(question.text());
  }
  return {};
}

// Writes what a message has to say after its moment.
struct WriteMessage {
  Bytes& bytes;

  void operator()(const Configured& configured) const {
    const Configuration& said = configured.configuration;
    bytes.text(said.src);
    bytes.text(said.endpoint);
    bytes.text(said.protocol);
    bytes.text(said.base);
    std::string languages;
    for (const std::string& tag : said.languages) languages += (languages.empty() ? "" : ",") + tag;
    bytes.text(languages);
    bytes.text(std::to_string(said.heading_level));
    bytes.byte(said.closed ? 2 : said.pre_rendered ? 1 : 0);
    bytes.number(said.count ? static_cast<std::uint64_t>(*said.count + 1) : 0);
  }

  void operator()(const Answered& answered) const {
    bytes.number(answered.ticket);
    bytes.number(static_cast<std::uint64_t>(answered.response.status));
    bytes.text(answered.response.retry_after);
    bytes.number(static_cast<std::uint64_t>(answered.response.retry_at));
    bytes.number(static_cast<std::uint64_t>(answered.response.date));
    const Response& response = answered.response;
    bytes.text(response.type);
    bytes.text(response.body);
    bytes.byte(response.sent_on ? 1 : response.offline ? 2 : response.timed_out ? 3 : 0);
  }

  void entries(const std::vector<Entry>& all) const {
    bytes.number(all.size());
    for (const Entry& entry : all) {
      bytes.text(entry.name);
      bytes.number(entry.values.size());
      for (const std::string& value : entry.values) bytes.text(value);
    }
  }

  void operator()(const Entered& entered) const {
    bytes.byte(static_cast<std::uint8_t>(entered.entering));
    entries(entered.entries);
  }

  void operator()(const Submitted& submitted) const { entries(submitted.entries); }

  void operator()(const Woken& woken) const { bytes.number(woken.ticket); }
  void operator()(const Pressed& pressed) const { bytes.text(pressed.name); }
  void operator()(const BackOnline& /*unused*/) const {}
  void operator()(const DrawAnew& /*unused*/) const {}
  void operator()(const Advised& advised) const {
    bytes.text(advised.name);
    bytes.text(advised.advice);
  }

  void operator()(const Seen& seen) const { bytes.byte(seen.seen ? 1 : 0); }

  void operator()(const Permitted& permitted) const {
    bytes.number(permitted.ticket);
    bytes.byte(permitted.permitted ? 1 : 0);
  }

  void operator()(const Coloured& coloured) const {
    bytes.byte(coloured.accent ? 1 : 0);
    if (!coloured.accent) return;
    for (const std::uint8_t channel : *coloured.accent) bytes.byte(channel);
  }
};

// In the order of Message.
constexpr MessageCode codes[]{
    MessageCode::configured, MessageCode::answered,  MessageCode::woken,   MessageCode::back_online,
    MessageCode::entered,    MessageCode::submitted, MessageCode::pressed, MessageCode::permitted,
    MessageCode::coloured,   MessageCode::draw_anew, MessageCode::seen,    MessageCode::advised};
static_assert(std::size(codes) == std::variant_size_v<Message>);

}  // namespace

std::string bytes_of(const Message& message, const Moment& moment) {
  Bytes bytes;
  bytes.byte(static_cast<std::uint8_t>(codes[message.index()]));
  bytes.number(static_cast<std::uint64_t>(moment.now));
  for (const unsigned char byte : moment.random) bytes.byte(byte);
  std::visit(WriteMessage{bytes}, message);
  return bytes.written();
}

Browser& Browser::the() {
  static Browser browser;
  return browser;
}

void Browser::send(const std::string& bytes) {
  std::copy(bytes.begin(), bytes.end(),
            petition_box_message(static_cast<std::uint32_t>(bytes.size())));
  // The answer says itself where it ends; past its memory the sanitizer stops whoever reads on.
  constexpr std::size_t plenty = std::size_t{1} << 24U;
  ByteReader answer(std::string_view(petition_box_update(), plenty));

  effects_.clear();
  if (const ReadMessage read = read_message(bytes); read.message) {
    Step step = update(model_, *read.message, read.moment, platform_);
    effects_ = std::move(step.effects);
    if (step.shows && has_view(model_)) shown_ = outline(view(model_, platform_));
  }
  REQUIRE(dom_.apply(answer) == "");
  if (has_view(model_)) {
    REQUIRE(dom_.root() != nullptr);
    REQUIRE(outline(*dom_.root()) == shown_);
  }
  Bytes expected;
  write_effects(effects_, expected);
  std::string written;
  for (std::size_t i = 0; i < expected.written().size(); ++i) {
    written += static_cast<char>(answer.byte());
  }
  REQUIRE((written == expected.written()));
}

void Browser::send(const Message& message) {
  send(bytes_of(message, {1'770'000'000'000, {1, 2, 3, 4, 5, 6, 7, 8, 9}}));
}

void Browser::submit() {
  send(Submitted{});
  const Effects raised = effects_;
  for (const Effect& effect : raised) {
    const auto* raise = std::get_if<Raise>(&effect);
    if (raise != nullptr && raise->ticket != 0) send(Permitted{raise->ticket, true});
  }
}

Ticket Browser::asked(const std::string& url) const {
  for (const Effect& effect : effects_) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    if (fetch != nullptr && fetch->request.url == url) return fetch->ticket;
  }
  return 0;
}

}  // namespace petition_box

extern "C" std::uint32_t petition_box_ask(const char* question, std::uint32_t size, char* answer,
                                          std::uint32_t capacity) {
  petition_box::ByteReader reader(std::string_view(question, size));
  const std::string text = petition_box::answer_to(reader);
  if (text.size() <= capacity) std::copy(text.begin(), text.end(), answer);
  return static_cast<std::uint32_t>(text.size());
}
