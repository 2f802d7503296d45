#include <unit/catch.hpp>

#include <random>
#include <string>

#include <markup/bytes.hpp>
#include <unit/box/wanderer.hpp>
#include <unit/document/documents.hpp>
#include <unit/wasm/browser.hpp>
#include <wasm/boundary.hpp>
#include <wasm/browser_platform.hpp>
#include <wasm/message_reader.hpp>

namespace petition_box {
namespace {

// The page's element, before a petition of its own.
Browser& before(const std::string& document) {
  static int pages = 0;
  Browser& browser = Browser::the();
  const std::string src = "/page/" + std::to_string(++pages);
  browser.send(Configured{{src, src + "/signatures", "/box/", {"en"}}});
  const Ticket petition = browser.asked(src);
  const Ticket words = browser.asked("/box/locales/en.json");
  if (words != 0) browser.send(Answered{words, {200, "", catalogue_text("en")}});
  browser.send(Answered{petition, {200, "", document}});
  return browser;
}

TEST_CASE("wasm: a petition is signed across the boundary") {
  Browser& browser = before(documents::full);
  CHECK(browser.state() == "editing");
  const Dom::Element* name = browser.dom().find("id", "pb-given_name");
  REQUIRE(name != nullptr);
  browser.send(typed("given_name", "Zoé", true));
  browser.send(typed("family_name", "Exemple", true));
  browser.send(typed("email_address", "zoe@bücher.example", true));
  browser.send(typed("postal_code", "75011", true));
  browser.send(Submitted{});
  CHECK(browser.dom().find("id", "pb-consent_sign-error") != nullptr);
  browser.send(ticking("sign", true));
  // So that nothing is left to ask.
  browser.send(ticking("updates", true));
  browser.submit();
  CHECK(browser.state() == "sending");
  // Errors came and went, and the control is still the same.
  CHECK(browser.dom().find("id", "pb-given_name") == name);
  CHECK(name->moves == 1);
  CHECK(name->attributes.at("value") == "Zoé");
  const Ticket ticket = browser.asked(browser.model().configuration.endpoint);
  REQUIRE(ticket != 0);
  browser.send(Answered{ticket, {503, "1", ""}});
  CHECK(browser.state() == "trying-again");
  const auto* wake = std::get_if<Wake>(&browser.effects().back());
  REQUIRE(wake != nullptr);
  browser.send(Woken{wake->ticket});
  const Ticket again = browser.asked(browser.model().configuration.endpoint);
  browser.send(Answered{again, {201, "", R"({"status":"received"})"}});
  CHECK(browser.state() == "signed");
}

TEST_CASE("wasm: what other hands have changed is drawn anew, as the box knows it") {
  Browser& browser = before(documents::full);
  browser.send(typed("given_name", "Zoé", true));
  const std::string before = outline(*browser.dom().root());
  browser.send(DrawAnew{});
  CHECK(browser.effects().empty());
  CHECK(outline(*browser.dom().root()) == before);
  const Dom::Element* anew = browser.dom().find("id", "pb-given_name");
  REQUIRE(anew != nullptr);
  CHECK(anew->attributes.at("value") == "Zoé");
  CHECK(anew->moves == 1);
  browser.send(Submitted{});
  CHECK(browser.dom().find("id", "pb-consent_sign-error") != nullptr);
}

TEST_CASE("wasm: across the boundary the box does what it does without") {
  Browser& browser = Browser::the();
  for (unsigned seed = 0; seed < 20; ++seed) {
    Wanderer wanderer(seed);
    for (int i = 0; i < 30; ++i) wanderer.step();
    INFO("walk " << seed);
    for (const auto& [message, moment] : wanderer.visitor().sent) {
      browser.send(bytes_of(message, moment));
    }
  }
  CHECK(browser.dom().size() > 0);
}

TEST_CASE("wasm: no bytes that come as a message make the module fail") {
  Browser& browser = before(documents::full);
  std::mt19937 random(1789);
  for (int round = 0; round < 1500; ++round) {
    std::string bytes(random() % 80, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    // Most begin as a message does.
    if (!bytes.empty() && random() % 8 != 0) bytes[0] = static_cast<char>(random() % 9);
    CAPTURE(round, bytes);
    browser.send(bytes);
  }
  browser.send(std::string());
  browser.send(std::string(100'000, '\xff'));
}

TEST_CASE("wasm: no message that is cut short or damaged makes the module fail") {
  Browser& browser = Browser::the();
  std::mt19937 random(1848);
  for (unsigned seed = 100; seed < 110; ++seed) {
    Wanderer wanderer(seed);
    for (int i = 0; i < 40; ++i) wanderer.step();
    for (const auto& [message, moment] : wanderer.visitor().sent) {
      const std::string whole = bytes_of(message, moment);
      browser.send(whole);
      for (int times = 0; times < 4; ++times) {
        std::string damaged = whole.substr(0, 1 + random() % whole.size());
        damaged[random() % damaged.size()] = static_cast<char>(random());
        damaged[random() % damaged.size()] = static_cast<char>(random());
        browser.send(damaged);
      }
    }
  }
}

TEST_CASE("wasm: after any disturbance the box can be signed") {
  Browser& browser = before(documents::small);
  browser.send(typed("email_address", "zoe@example.org", true));
  browser.send(ticking("sign", true));
  browser.submit();
  CHECK(browser.state() == "sending");
}

TEST_CASE("wasm: a message is read as it was written") {
  const Moment moment{1'770'000'000'000, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}};
  const Message messages[] = {
      Configured{{"/petition", "/signatures", "/box/", {"fr-CA", "en"}}},
      Configured{{"", "", "", {}}},
      Configured{{"/petition", "/signatures", "/box/", {"fr"}, true, 1'234'567}},
      Answered{70'000, {503, "120", std::string(300, 'x')}},
      Woken{UINT32_MAX},
      BackOnline{},
      typed("comment", "é\n", true),
      typed("given_name", "", false),
      ticking("updates", true),
      ticking("sign", false),
      Submitted{},
      Pressed{"focus:pb-country"},
      Permitted{4'000'000'000, true},
      DrawAnew{},
  };
  for (const Message& message : messages) {
    const std::string bytes = bytes_of(message, moment);
    const auto read = read_message(bytes);
    REQUIRE(read.message);
    CHECK(read.message->index() == message.index());
    CHECK(read.moment.now == moment.now);
    CHECK(bytes_of(*read.message, read.moment) == bytes);
  }
}

TEST_CASE("wasm: what is no message is none, and entries end where the bytes end") {
  CHECK_FALSE(read_message("\x7f").message);
  CHECK_FALSE(read_message("\xff").message);
  Bytes bytes;
  bytes.byte(static_cast<std::uint8_t>(MessageCode::entered));
  bytes.number(0);
  for (int i = 0; i < 16; ++i) bytes.byte(0);
  bytes.byte(1);
  bytes.number(1'000'000'000);
  bytes.text("given_name");
  bytes.number(1'000'000'000);
  bytes.text("Ada");
  const auto read = read_message(bytes.written()).message;
  REQUIRE(read);
  const auto& entries = std::get<Entered>(*read).entries;
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].values == std::vector<std::string>{"Ada"});
}

TEST_CASE("wasm: the moment of a message is one that can be counted with") {
  for (const std::int64_t now : {std::int64_t{-1}, INT64_MAX, INT64_MIN}) {
    const auto read = read_message(bytes_of(BackOnline{}, {now, {}}));
    REQUIRE(read.message);
    CHECK(read.moment.now >= 0);
    CHECK(read.moment.now <= std::int64_t{1} << 53);
  }
}

TEST_CASE("wasm: the languages of the page are separated by commas, and empty ones are none") {
  Bytes bytes;
  bytes.byte(static_cast<std::uint8_t>(MessageCode::configured));
  bytes.number(0);
  for (int i = 0; i < 16; ++i) bytes.byte(0);
  for (const std::string text : {"/petition", "/signatures", "", "/box/", ",fr,,en,"})
    bytes.text(text);
  const auto read = read_message(bytes.written());
  REQUIRE(read.message);
  const auto* configured = std::get_if<Configured>(&*read.message);
  REQUIRE(configured != nullptr);
  CHECK(configured->configuration.languages == std::vector<std::string>{"fr", "en"});
}

TEST_CASE("wasm: the browser answers the core's questions as ICU does") {
  const BrowserPlatform browser;
  const RememberingIcu icu;
  CHECK(browser.number("fr", 1'234'567) == icu.number("fr", 1'234'567));
  CHECK(browser.number("en", INT64_MIN) == icu.number("en", INT64_MIN));
  CHECK(browser.date("fr", {2023, 12, 0}) == "décembre 2023");
  CHECK(browser.plural_category("ar", 3) == "few");
  CHECK(browser.ascii_domain("bücher.example") == "xn--bcher-kva.example");
  // Longer than the core reckons with at first.
  const std::string letters(5000, 'e');
  CHECK(browser.composed(letters) == letters);
  for (const std::string tag : {"fr", "en", "fr"}) {
    CHECK(browser.regions(tag, "FRDEBE") == icu.regions(tag, "FRDEBE"));
  }
}

}  // namespace
}  // namespace petition_box
