// What the signer reads and the page learns of an answer that is no plain yes.

#include <unit/catch.hpp>

#include <algorithm>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

Visitor sender() {
  Visitor visitor = reader_of(documents::full);
  visitor.configure();
  visitor.fill_in();
  visitor.submit();
  return visitor;
}

Visitor after(const Response& answer) {
  Visitor visitor = sender();
  visitor.answer_signature(answer);
  return visitor;
}

const Node* by_id(const Node& node, const std::string& id) {
  return find(node, [&](const Node& n) { return n.find("id") != nullptr && *n.find("id") == id; });
}

bool has_class(const Node& node, const std::string& name) {
  return node.find("class") != nullptr && *node.find("class") == name;
}

std::string heading_of(const Visitor& visitor) {
  const Node view = visitor.view();
  const Node* heading = find(view, [](const Node& node) { return has_class(node, "heading"); });
  return heading == nullptr ? "" : text_of(*heading);
}

std::string words_of(const Visitor& visitor) {
  const Node view = visitor.view();
  return text_of(*by_id(view, "pb-status"));
}

bool offers_another_way(const Visitor& visitor) {
  return find(visitor.view(), [](const Node& node) { return node.tag == "slot"; }) != nullptr;
}

// "failed status=200 address=/signatures", of the last message.
std::vector<std::string> events(const Visitor& visitor) {
  std::vector<std::string> told;
  for (const Effect& effect : visitor.effects) {
    const auto* raise = std::get_if<Raise>(&effect);
    if (raise == nullptr) continue;
    std::string& event = told.emplace_back(name_of(raise->event));
    for (const NameValue& pair : raise->detail) event += " " + pair.name + "=" + pair.value;
  }
  return told;
}

std::vector<std::string> reports(const Visitor& visitor) {
  std::vector<std::string> lines;
  for (const Effect& effect : visitor.effects) {
    if (const auto* report = std::get_if<Report>(&effect)) lines.push_back(report->line);
  }
  return lines;
}

std::string id_sent(const Visitor& visitor) {
  return read_urlencoded(visitor.last_fetch("/signatures")->request.body).front().value;
}

using Lines = std::vector<std::string>;

const std::string not_received = "Your signature has not been received";
const std::string not_certain = "It is not certain that your signature has been received";

TEST_CASE("box: an answer without a word of the signature is said to be none, at first sight") {
  for (const Response& answer :
       {Response{200, "", "<!doctype html><title>Welcome</title>"}, Response{204, "", ""},
        Response{200, "", R"({"ok":true})"}, Response{200, "", R"({"count":12})"},
        Response{202, "", ""}, Response{201, "", R"({"status":"rec)"},
        Response{200, "", std::string(70'000, 'x')}}) {
    CAPTURE(answer.status, answer.body.substr(0, 40));
    const Visitor visitor = after(answer);
    const std::string status = std::to_string(answer.status);
    CHECK(visitor.state() == "failed");
    CHECK(heading_of(visitor) == not_certain);
    CHECK(offers_another_way(visitor));
    CHECK(visitor.focused() == Lines{"pb-status"});
    const std::string line = "/signatures: expected the status 201, found " + status;
    CHECK(reports(visitor) == Lines{"endpoint: " + line});
    CHECK(events(visitor) == Lines{"error reason=endpoint message=" + line,
                                   "failed status=" + status + " address=/signatures"});
    CHECK(visitor.model.answers["given_name"] == "Ada");
  }
}

TEST_CASE("box: what answers there and takes no signatures is said to be so, at first sight") {
  for (const int status : {301, 302, 304, 400, 401, 403, 404, 405, 415, 422, 501}) {
    CAPTURE(status);
    const Visitor visitor = after({status, "", "<!doctype html>"});
    CHECK(visitor.state() == "failed");
    CHECK(heading_of(visitor) == not_received);
    CHECK(words_of(visitor).find("not set up as it should be") != std::string::npos);
    CHECK(offers_another_way(visitor));
    CHECK(events(visitor).back() ==
          "failed status=" + std::to_string(status) + " address=/signatures");
    CHECK(visitor.last_wake() == nullptr);
  }
}

TEST_CASE("box: that the endpoint sends signatures on to somewhere else is told") {
  const Visitor read = after({200, "", "<!doctype html>", 0, 0, true});
  CHECK(read.state() == "failed");
  CHECK(reports(read) ==
        Lines{"endpoint: /signatures, sent on elsewhere: expected the status 201, found 200"});
  const Visitor unread = after({0, "", "", 0, 0, true});
  CHECK(unread.state() == "failed");
  CHECK(reports(unread) ==
        Lines{"endpoint: /signatures, sent on elsewhere: expected an answer, found none"});
}

TEST_CASE("box: the address of an endpoint is told without its query") {
  Visitor visitor = reader_of(documents::full);
  visitor.send(
      Configured{{"/petition", "https://example.org/signatures?key=secret", "/box/", {"en"}}});
  visitor.fill_in();
  visitor.submit();
  visitor.answer("secret", {404, "", ""});
  CHECK(events(visitor).back() == "failed status=404 address=https://example.org/signatures");
}

TEST_CASE("box: the first answer that is not yet one is told to the console, the next are not") {
  Visitor visitor = after({503, "", ""});
  CHECK(visitor.state() == "trying-again");
  CHECK(heading_of(visitor) == "Still trying");
  CHECK(reports(visitor) == Lines{"endpoint: /signatures: expected the status 201, found 503"});
  CHECK(events(visitor).empty());
  visitor.wake();
  visitor.answer_signature({503, "", ""});
  CHECK(reports(visitor).empty());
}

TEST_CASE(
    "box: a signature that was never taken was not received, one that may have been is not sure") {
  const auto given_up = [](const std::vector<Response>& answers) {
    Visitor visitor = sender();
    for (const Response& answer : answers) {
      visitor.answer_signature(answer);
      if (visitor.state() == "trying-again") visitor.wake();
    }
    REQUIRE(visitor.state() != "sending");
    return heading_of(visitor);
  };
  const Response never{503, "700", ""};
  CHECK(given_up({never}) == not_received);
  CHECK(given_up({{429, "", ""}, never}) == not_received);
  CHECK(given_up({{}, never}) == not_certain);
  CHECK(given_up({{502, "", ""}, {404, "", ""}}) == not_certain);
  CHECK(given_up({{503, "", ""}, {404, "", ""}}) == not_received);
}

TEST_CASE("box: a signature that may have arrived keeps its id when it is sent again") {
  Visitor visitor = after({200, "", "<html>"});
  const std::string id = id_sent(visitor);
  visitor.submit();
  CHECK(visitor.state() == "sending");
  CHECK(id_sent(visitor) == id);
  visitor.answer_signature({404, "", ""});
  CHECK(heading_of(visitor) == not_certain);
  visitor.submit();
  visitor.answer_signature({201, "", R"({"status":"received"})"});
  CHECK(visitor.state() == "signed");
}

TEST_CASE("box: a field that is too long for the endpoint is refused at that field") {
  const Visitor visitor =
      after({413, "", R"({"errors":[{"pointer":"#/given_name","code":"given_name.too_long"}]})"});
  CHECK(visitor.state() == "refused");
  CHECK(by_id(visitor.view(), "pb-given_name-error") != nullptr);
  CHECK(visitor.last_wake() == nullptr);
}

TEST_CASE("box: where all of it is too long and no field is named, it says what to do") {
  const Visitor visitor = after({413, "", "<html>"});
  CHECK(visitor.state() == "failed");
  CHECK(words_of(visitor) ==
        not_received + "Your answers are too long. Shorten them and press “Try again”.");
  CHECK(events(visitor).back() == "failed status=413 address=/signatures");
  CHECK(visitor.last_wake() == nullptr);
}

TEST_CASE("box: errors of which the signer can mend none are not laid before the signer") {
  const std::string strange = R"({"pointer":"#/captcha","code":"captcha.missing"})";
  const Visitor only = after({422, "", R"({"errors":[)" + strange + "]}"});
  CHECK(only.state() == "failed");
  CHECK(words_of(only).find("not set up as it should be") != std::string::npos);
}

TEST_CASE("box: a date to wait for is waited for") {
  Visitor visitor = sender();
  visitor.answer_signature({503, "a date", "", visitor.now + 120'000});
  CHECK(visitor.state() == "trying-again");
  CHECK(visitor.last_wake()->after_ms >= 120'000);
  visitor.send(BackOnline{});
  CHECK(visitor.state() == "trying-again");
}

}  // namespace
}  // namespace petition_box
