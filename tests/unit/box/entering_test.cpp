#include <unit/catch.hpp>

#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

// Visitor::send looks that a message which shows nothing leaves the view as it was.
TEST_CASE("box: a key makes no view, but where an error goes by it") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  visitor.type("given_name", "A", false);
  CHECK_FALSE(visitor.shows);
  visitor.type("given_name", "", true);
  CHECK(visitor.shows);
  visitor.submit();
  REQUIRE_FALSE(visitor.model.errors.empty());
  visitor.type("given_name", "A", false);
  CHECK(visitor.shows);
  visitor.type("given_name", "Ad", false);
  CHECK_FALSE(visitor.shows);
  visitor.type("given_name", "Ada", true);
  CHECK(visitor.shows);
}

TEST_CASE("box: what is brought from other controls is shown") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  Entered brought = typed("given_name", "Ada", false);
  brought.entering = Entering::brought;
  visitor.send(brought);
  CHECK(visitor.shows);
}

TEST_CASE("box: what a box that is gone has left is kept, but for what was agreed to in it") {
  Visitor visitor = reader_of(read_file("examples/petitions/health-data.json"));
  Entered left = typed("given_name", "Ada", false);
  left.entries.push_back({"consent_sign", {"yes"}});
  left.entering = Entering::left;
  visitor.send(left);
  CHECK(visitor.shows);
  CHECK(visitor.model.answers["given_name"] == "Ada");
  CHECK(visitor.model.answers.consent("sign").decision == Decision::none);
  left.entering = Entering::brought;
  visitor.send(left);
  CHECK(visitor.model.answers.consent("sign").decision == Decision::given);
}

}  // namespace
}  // namespace petition_box
