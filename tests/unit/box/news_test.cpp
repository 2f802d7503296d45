#include <unit/catch.hpp>

#include <string>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using Errors = std::vector<FieldError>;

// A visitor who may leave out the address, and has.
Visitor visitor_without_address() {
  std::string document = documents::changed(documents::full, R"("email_address"})",
                                            R"("email_address", "optional": true})");
  // The box's own languages do not matter here, nor does the day.
  document = documents::changed(document, R"(  "closes": "2027-01-31",)", "");
  Visitor visitor = reader_of(document);
  visitor.type("given_name", "Ada");
  visitor.type("family_name", "Test");
  visitor.type("postal_code", "75011");
  visitor.tick("sign");
  return visitor;
}

TEST_CASE("box: whoever ticks the news and leaves out the address is told why it is needed") {
  Visitor visitor = visitor_without_address();
  visitor.tick("updates");
  visitor.submit();
  CHECK(visitor.state() == "editing");
  CHECK(visitor.model.errors == Errors{{"email_address", "missing"}});
  CHECK(text_of(visitor.view()).find("to receive the news") != std::string::npos);
  visitor.tick("updates", false);
  CHECK(visitor.model.errors.empty());
  visitor.tick("updates");
  CHECK(visitor.model.errors == Errors{{"email_address", "missing"}});
  visitor.type("email_address", "ada@example.org");
  CHECK(visitor.model.errors.empty());
  visitor.submit();
  CHECK(visitor.state() == "sending");
}

TEST_CASE("box: without news the address may be left out") {
  Visitor visitor = visitor_without_address();
  visitor.submit();
  CHECK(visitor.state() == "sending");
}

TEST_CASE("box: what the endpoint said of the address goes with the tick for the news") {
  Visitor visitor = visitor_without_address();
  visitor.submit();
  visitor.answer_signature(
      {422, "", R"({"errors":[{"pointer":"#/email_address","code":"email_address.missing"}]})"});
  CHECK(visitor.model.errors == Errors{{"email_address", "missing"}});
  visitor.tick("updates");
  visitor.tick("updates", false);
  CHECK(visitor.model.errors.empty());
}

}  // namespace
}  // namespace petition_box
