#include <unit/catch.hpp>

#include <algorithm>

#include <box/backoff.hpp>
#include <digest/sha256.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

using Names = std::vector<std::string>;

const Response received{201, "", R"({"status":"received"})"};
const Response nothing{};

Visitor signer() {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.fill_in();
  return visitor;
}

std::string sent(const Visitor& visitor, const std::string& name) {
  for (const NameValue& pair : read_urlencoded(visitor.last_fetch("/signatures")->request.body)) {
    if (pair.name == name) return pair.value;
  }
  return {};
}

std::int64_t attempts(const Visitor& visitor) {
  return std::count_if(visitor.history.begin(), visitor.history.end(), [](const Effect& effect) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    return fetch != nullptr && !fetch->request.body.empty();
  });
}

bool raised(const Visitor& visitor, const std::string& name) {
  const Names names = visitor.raised();
  return std::find(names.begin(), names.end(), name) != names.end();
}

const Node* by_id(const Node& node, const std::string& id) {
  return find(node, [&](const Node& n) { return n.find("id") != nullptr && *n.find("id") == id; });
}

TEST_CASE("box: the page is told before a signature is sent, and may prevent it") {
  Visitor visitor = reader_of(documents::small);
  visitor.fill_in();
  visitor.submit(false);
  CHECK(visitor.raised().back() == "submit");
  CHECK(visitor.state() == "editing");
  CHECK(visitor.last_fetch("/signatures")->request.body.empty());
  CHECK(visitor.model.answers["email_address"] == "ada@example.org");
  visitor.submit();
  CHECK(visitor.state() == "sending");
  CHECK_FALSE(visitor.last_fetch("/signatures")->request.body.empty());
}

TEST_CASE(
    "box: nothing is sent while the page has not decided, and a second press changes nothing") {
  Visitor visitor = reader_of(documents::small);
  visitor.fill_in();
  visitor.send(Submitted{});
  CHECK(visitor.state() == "sending");
  CHECK(visitor.last_fetch("/signatures")->request.body.empty());
  visitor.send(Submitted{});
  CHECK(visitor.effects.empty());
  visitor.send(Permitted{ticket_of(Asked::signature, visitor.model.tickets + 1), true});
  CHECK(visitor.effects.empty());
}

TEST_CASE("box: a signature that is received is thanked for") {
  Visitor visitor = signer();
  visitor.submit();
  CHECK(visitor.state() == "sending");
  CHECK(sent(visitor, "given_name") == "Ada");
  CHECK(sent(visitor, "consent_sign") == "given");
  CHECK(sent(visitor, "consent_updates") == "refused");
  CHECK(sent(visitor, "consent_sign_text").size() == 64);
  CHECK(sent(visitor, "language") == "en");
  visitor.answer_signature(received);
  CHECK(visitor.state() == "signed");
  CHECK(visitor.focused() == Names{"pb-status"});
  CHECK(raised(visitor, "signed"));
}

TEST_CASE("box: once it is received, nothing of the signer is kept") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(received);
  CHECK(visitor.model.answers.fields().empty());
  CHECK_FALSE(visitor.model.submission);
}

TEST_CASE("box: a signature that waits for an e-mail says so") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature({202, "", R"({"status":"to_be_confirmed"})"});
  CHECK(visitor.state() == "to-confirm");
  CHECK(raised(visitor, "to-confirm"));
  CHECK_FALSE(raised(visitor, "signed"));
}

TEST_CASE("box: whoever waits for an e-mail goes back for another address, and agrees anew") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string first = sent(visitor, "submission_id");
  const std::string address = visitor.model.answers["email_address"];
  visitor.answer_signature({202, "", R"({"status":"to_be_confirmed"})"});
  CHECK(text_of(visitor.view()).find(address) != std::string::npos);
  visitor.press("edit");
  CHECK(visitor.state() == "editing");
  CHECK(visitor.model.answers["email_address"] == address);
  visitor.submit();
  CHECK(visitor.model.errors == std::vector<FieldError>{{"consent_sign", "missing"}});
  visitor.tick("sign");
  visitor.submit();
  CHECK(visitor.state() == "sending");
  CHECK(sent(visitor, "submission_id") != first);
}

TEST_CASE(
    "box: nothing is sent while an answer is missing, and the first look goes to the summary") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.submit();
  CHECK(visitor.state() == "editing");
  CHECK(attempts(visitor) == 0);
  CHECK(visitor.focused() == Names{"pb-errors"});
  const Node view = visitor.view();
  CHECK(text_of(*by_id(view, "pb-errors")).find("Enter your first name") != std::string::npos);
}

TEST_CASE("box: nobody is corrected before the form was submitted") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.type("email_address", "ada@");
  CHECK(visitor.model.errors.empty());
}

TEST_CASE("box: a mended answer loses its error while it is typed") {
  Visitor visitor = signer();
  visitor.type("email_address", "ada@");
  visitor.submit();
  CHECK(visitor.model.errors == std::vector<FieldError>{{"email_address", "format"}});
  visitor.type("email_address", "ada@example", false);
  CHECK(visitor.model.errors.size() == 1);
  visitor.type("email_address", "ada@example.org", false);
  CHECK(visitor.model.errors.empty());
}

TEST_CASE("box: a new mistake is told when the field is left, not while somebody types") {
  Visitor visitor = signer();
  visitor.type("given_name", "");
  visitor.submit();
  visitor.type("email_address", "ada@", false);
  CHECK(visitor.model.errors == std::vector<FieldError>{{"given_name", "missing"}});
  visitor.type("email_address", "ada@", true);
  CHECK(visitor.model.errors ==
        std::vector<FieldError>{{"given_name", "missing"}, {"email_address", "format"}});
}

TEST_CASE("box: what the endpoint refuses is shown at its field until it is changed") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(
      {422, "", R"({"errors":[{"pointer":"#/email_address","code":"email_address.format"}]})"});
  CHECK(visitor.state() == "refused");
  CHECK(visitor.focused() == Names{"pb-errors"});
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(by_id(visitor.view(), "pb-email_address-error") != nullptr);
  visitor.type("email_address", "ada@example.net");
  CHECK(visitor.model.errors.empty());
  visitor.submit();
  CHECK(visitor.state() == "sending");
}

TEST_CASE("box: a signature is one simple request, given up after ten seconds") {
  Visitor visitor = signer();
  visitor.submit();
  const Fetch& fetch = *visitor.last_fetch("/signatures");
  CHECK(fetch.request.url == "/signatures");
  CHECK(fetch.request.accept == "application/json, application/problem+json");
  CHECK(fetch.timeout_ms == 10'000);
  CHECK(fetch.most_bytes == 64 * 1024);
  CHECK(fetch.request.body.size() < 64 * 1024);
}

TEST_CASE("box: a second press while it is sent does nothing") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.submit();
  CHECK(attempts(visitor) == 1);
}

TEST_CASE("box: a signature that gets no answer is tried again under the same id") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string body = visitor.last_fetch("/signatures")->request.body;
  visitor.answer_signature(nothing);
  CHECK(visitor.state() == "trying-again");
  visitor.wake();
  CHECK(visitor.state() == "sending");
  CHECK(visitor.last_fetch("/signatures")->request.body == body);
  visitor.answer_signature(received);
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: back online, it tries at once, unless the endpoint asked to wait") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(nothing);
  visitor.send(BackOnline{});
  CHECK(visitor.state() == "sending");
  visitor.answer_signature({503, "7", ""});
  CHECK(visitor.last_wake()->after_ms >= 7000);
  visitor.send(BackOnline{});
  CHECK(visitor.state() == "trying-again");
}

TEST_CASE(
    "box: after ten minutes it stops by itself, and one press tries again under the same id") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string id = sent(visitor, "submission_id");
  const std::int64_t began = visitor.now;
  while (visitor.state() != "failed") {
    visitor.now += 10'000;
    visitor.answer_signature(nothing);
    if (visitor.state() == "trying-again") visitor.wake();
    REQUIRE(visitor.now - began <= 11 * 60 * 1000);
  }
  CHECK(visitor.now - began > 9 * 60 * 1000);
  CHECK(raised(visitor, "failed"));
  CHECK(visitor.model.answers["email_address"] == "ada@example.org");
  visitor.submit();
  CHECK(visitor.state() == "sending");
  CHECK(sent(visitor, "submission_id") == id);
}

TEST_CASE("box: an attempt that the page prevented leaves the signature the one that was sent") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string id = sent(visitor, "submission_id");
  visitor.answer_signature({404, "", ""});
  visitor.submit(false);
  CHECK(visitor.state() == "editing");
  visitor.submit();
  CHECK(sent(visitor, "submission_id") == id);
}

TEST_CASE("box: other content after a failure is another signature") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string id = sent(visitor, "submission_id");
  visitor.answer_signature({404, "", ""});
  CHECK(visitor.state() == "failed");
  visitor.type("given_name", "Grace");
  visitor.submit();
  CHECK(sent(visitor, "submission_id") != id);
}

TEST_CASE("box: whoever would rather change an answer than wait can") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(nothing);
  visitor.send(Pressed{"edit"});
  CHECK(visitor.state() == "editing");
  CHECK(visitor.focused() == Names{"pb-sign"});
  visitor.wake();
  CHECK(visitor.state() == "editing");
  CHECK(attempts(visitor) == 1);
}

TEST_CASE("box: whoever would rather change an answer waits for the attempt that is under way") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature(nothing);
  visitor.wake();
  visitor.send(Pressed{"edit"});
  CHECK(visitor.state() == "sending");
  CHECK(visitor.focused() == Names{"pb-submit"});
  Visitor lucky = visitor;
  lucky.answer_signature(received);
  CHECK(lucky.state() == "signed");
  visitor.answer_signature(nothing);
  CHECK(visitor.state() == "editing");
  CHECK(visitor.focused() == Names{"pb-sign"});
  CHECK(attempts(visitor) == 2);
}

bool is_detained(const Visitor& visitor) { return visitor.view().find("data-unsent") != nullptr; }

TEST_CASE("box: the browser asks before it leaves while a signature is unsent, and only then") {
  Visitor visitor = reader_of(documents::small);
  visitor.fill_in();
  CHECK_FALSE(is_detained(visitor));
  visitor.submit(false);
  CHECK_FALSE(is_detained(visitor));
  visitor.submit();
  CHECK(is_detained(visitor));
  visitor.answer_signature(nothing);
  CHECK(is_detained(visitor));
  visitor.wake();
  Visitor failed = visitor;
  failed.answer_signature({404, "", ""});
  CHECK(failed.state() == "failed");
  CHECK(is_detained(failed));
  Visitor refused = visitor;
  refused.answer_signature(
      {422, "", R"({"errors":[{"pointer":"#/email_address","code":"email_address.format"}]})"});
  CHECK_FALSE(is_detained(refused));
  Visitor closed = visitor;
  closed.answer_signature({410, "", ""});
  CHECK_FALSE(is_detained(closed));
  visitor.answer_signature(received);
  CHECK_FALSE(is_detained(visitor));
}

TEST_CASE("box: whoever changed nothing after all sends the same signature") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string body = visitor.last_fetch("/signatures")->request.body;
  visitor.answer_signature(nothing);
  visitor.send(Pressed{"edit"});
  visitor.type("given_name", "Grace");
  visitor.type("given_name", " Ada ");
  visitor.now += 60'000;
  visitor.submit();
  CHECK(visitor.last_fetch("/signatures")->request.body == body);
}

TEST_CASE("box: what changes a signature makes it another one") {
  Visitor first = signer();
  first.submit();
  first.answer_signature({404, "", ""});
  const std::string id = sent(first, "submission_id");
  const auto id_after = [&](const auto& change) {
    Visitor visitor = first;
    change(visitor);
    visitor.submit();
    return sent(visitor, "submission_id");
  };
  CHECK(id_after([](Visitor&) {}) == id);
  CHECK(id_after([](Visitor& visitor) { visitor.type("comment", "Now."); }) != id);
  CHECK(id_after([](Visitor& visitor) { visitor.tick("updates"); }) != id);
}

TEST_CASE("box: a signature that was refused is another one when it is sent again") {
  Visitor visitor = signer();
  visitor.submit();
  const std::string id = sent(visitor, "submission_id");
  visitor.answer_signature(
      {422, "", R"({"errors":[{"pointer":"#/submission_id","code":"reused"}]})"});
  CHECK(visitor.state() == "refused");
  visitor.submit();
  CHECK(visitor.state() == "sending");
  CHECK(sent(visitor, "submission_id") != id);
}

TEST_CASE("box: each consent is sent with its moment and the hash of the words beside it") {
  Visitor visitor = reader_of(documents::full);
  visitor.fill_in();
  visitor.now += 5000;
  visitor.tick("updates");
  const std::int64_t ticked = visitor.now;
  visitor.now += 5000;
  visitor.tick("updates");  // as it is already: no change
  visitor.submit();
  CHECK(sent(visitor, "consent_updates") == "given");
  CHECK(sent(visitor, "consent_updates_at") == std::to_string(ticked));
  CHECK(sent(visitor, "consent_sign_text") == sha256("I sign."));
  CHECK(sent(visitor, "consent_updates_text") == sha256("Keep me informed."));
  CHECK(sent(visitor, "document_version") == "2026-02-01");
}

TEST_CASE("box: a consent that the petition does not ask for is not sent") {
  Visitor visitor = reader_of(documents::small);
  visitor.fill_in();
  visitor.tick("updates");
  visitor.submit();
  CHECK(sent(visitor, "consent_updates").empty());
  CHECK(sent(visitor, "given_name").empty());
  CHECK(sent(visitor, "email_address") == "ada@example.org");
}

TEST_CASE("box: an answer that comes late, to an attempt that was given up, changes nothing") {
  Visitor visitor = signer();
  visitor.submit();
  const Ticket first = visitor.last_fetch("/signatures")->ticket;
  visitor.answer_signature(nothing);
  visitor.wake();
  visitor.send(Answered{first, {422, "", R"({"errors":[{"pointer":"#/country","code":"x"}]})"}});
  CHECK(visitor.state() == "sending");
}

TEST_CASE("box: a petition that the endpoint has closed is closed here, too") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature({410, "", ""});
  CHECK(visitor.state() == "closed");
  CHECK(by_id(visitor.view(), "pb-submit") == nullptr);
}

TEST_CASE("box: another petition waits until the signature that is on its way has its answer") {
  Visitor visitor = signer();
  visitor.submit();
  Configuration other = visitor.model.configuration;
  other.src = "/other";
  visitor.send(Configured{other});
  CHECK(visitor.state() == "sending");
  CHECK(visitor.last_fetch("/other") == nullptr);
  visitor.answer_signature(received);
  CHECK(visitor.last_fetch("/other") != nullptr);
  CHECK(raised(visitor, "signed"));
}

TEST_CASE("box: the wait before another attempt has full jitter up to a bound that doubles") {
  Moment least;
  Moment most;
  most.random.fill(255);
  Moment half;
  half.random[0] = 128;
  for (const auto& [attempts, bound] : std::vector<std::pair<int, std::uint32_t>>{
           {0, 1000}, {1, 1000}, {2, 2000}, {3, 4000}, {5, 16'000}, {6, 30'000}, {1000, 30'000}}) {
    CAPTURE(attempts);
    CHECK(backoff_ms(attempts, std::nullopt, least) == 0);
    CHECK(backoff_ms(attempts, std::nullopt, half) == bound / 2);
    CHECK(backoff_ms(attempts, std::nullopt, most) == bound - 1);
    CHECK(backoff_ms(attempts, 5, half) == 5000 + bound / 2);
  }
}

TEST_CASE("box: no endpoint makes the box wait for more than a day") {
  const Moment moment;
  CHECK(backoff_ms(1, 86'400, moment) == 86'400'000);
  CHECK(backoff_ms(1, INT64_MAX, moment) == 86'400'000);
}

TEST_CASE("box: an endpoint that asks for more patience than ten minutes is not waited for") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.answer_signature({503, "599", ""});
  CHECK(visitor.state() == "trying-again");
  Visitor other = signer();
  other.submit();
  other.answer_signature({503, "601", ""});
  CHECK(other.state() == "failed");
  other.submit();
  CHECK(other.state() == "sending");
}

TEST_CASE("box: one press after ten minutes gives ten more") {
  Visitor visitor = signer();
  visitor.submit();
  visitor.now += 11 * 60 * 1000;
  visitor.answer_signature(nothing);
  CHECK(visitor.state() == "failed");
  visitor.submit();
  visitor.answer_signature(nothing);
  CHECK(visitor.state() == "trying-again");
}

}  // namespace
}  // namespace petition_box
