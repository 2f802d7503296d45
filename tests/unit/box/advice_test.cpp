#include <unit/catch.hpp>

#include <string>
#include <vector>

#include <box/error_view.hpp>
#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

// What the view says where an answer is likely a slip; empty where it says nothing.
std::string suggestion_in(const Node& view) {
  const Node* alert = find(view, [](const Node& n) { return value_of(n, "role") == "alert"; });
  return alert == nullptr ? std::string() : text_of(*alert);
}

TEST_CASE("box: an address that was likely meant is one press away, and nothing waits for it") {
  Visitor visitor = reader_of(documents::full);
  visitor.type("email_address", "zoe@gmial.com");
  CHECK(suggestion_in(visitor.view()).empty());
  visitor.send(Advised{"email_address", "zoe@gmail.com"});
  CHECK(visitor.shows);
  CHECK(suggestion_in(visitor.view()) == "Did you mean: zoe@gmail.com");
  CHECK(faults_of(visitor.view()).empty());
  visitor.press("correct:email_address");
  CHECK(visitor.model.answers["email_address"] == "zoe@gmail.com");
  CHECK(suggestion_in(visitor.view()).empty());
  CHECK(visitor.focused() == std::vector<std::string>{"pb-email_address"});
}

TEST_CASE("box: the same advice again makes no view") {
  Visitor visitor = reader_of(documents::full);
  visitor.send(Advised{"email_address", "zoe@gmail.com"});
  visitor.send(Advised{"email_address", "zoe@gmail.com"});
  CHECK_FALSE(visitor.shows);
  visitor.send(Advised{"email_address", ""});
  CHECK(visitor.shows);
  CHECK(suggestion_in(visitor.view()).empty());
}

TEST_CASE("box: taking the advice mends the mistake that the address was") {
  Visitor visitor = reader_of(documents::full);
  visitor.type("email_address", "zoe@gmial");
  visitor.submit();
  REQUIRE(error_of("email_address", visitor.model) != nullptr);
  visitor.send(Advised{"email_address", "zoe@gmail.com"});
  visitor.press("correct:email_address");
  CHECK(error_of("email_address", visitor.model) == nullptr);
}

TEST_CASE("box: the authority of the signer's country is a link in the notice") {
  Visitor visitor = reader_of(documents::full);
  const auto link = [&]() {
    const Node view = visitor.view();
    const Node* found = find(
        view, [](const Node& node) { return value_of(node, "href") == "https://www.cnil.fr/"; });
    return found == nullptr ? std::string() : text_of(*found);
  };
  CHECK(link().empty());
  visitor.send(Advised{"country", "[CNIL](https://www.cnil.fr/)"});
  CHECK(link() == "CNIL (new window)");
  visitor.send(Advised{"country", ""});
  CHECK(link().empty());
}

}  // namespace
}  // namespace petition_box
