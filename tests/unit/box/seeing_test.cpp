#include <unit/catch.hpp>

#include <algorithm>

#include <markup/html.hpp>
#include <unit/box/faults.hpp>
#include <unit/box/visitor.hpp>
#include <unit/document/documents.hpp>

namespace petition_box {
namespace {

using Names = std::vector<std::string>;

const Response received{201, "", R"({"status":"received"})"};

Response count_of(const std::string& count) { return {200, "", R"({"count":)" + count + "}"}; }

// How often the number was asked for; the first time as soon as the box was told of the endpoint.
std::ptrdiff_t times_asked(const Visitor& visitor) {
  return std::count_if(visitor.history.begin(), visitor.history.end(), [](const Effect& effect) {
    const auto* fetch = std::get_if<Fetch>(&effect);
    return fetch != nullptr && fetch->request.body.empty() &&
           fetch->request.url.find("signatures") != std::string::npos;
  });
}

std::ptrdiff_t times_raised(const Visitor& visitor, const std::string& event) {
  const Names raised = visitor.raised();
  return std::count(raised.begin(), raised.end(), event);
}

Visitor reader_who_sees() {
  Visitor visitor = reader_of(documents::full);
  visitor.send(Seen{true});
  visitor.answer("/signatures", count_of("12"));
  return visitor;
}

TEST_CASE("box: that it is seen is told once, when there is something to see") {
  Visitor visitor;
  visitor.send(Seen{true});
  visitor.configure();
  visitor.answer("/petition", {200, "", documents::full});
  CHECK(times_raised(visitor, "seen") == 0);
  visitor.answer("en.json", {200, "", catalogue_text("en")});
  CHECK(times_raised(visitor, "seen") == 0);
  visitor.name_countries();
  CHECK(visitor.raised() == Names{"ready", "seen"});
  visitor.send(Seen{false});
  visitor.send(Seen{true});
  CHECK(times_raised(visitor, "seen") == 1);
}

TEST_CASE("box: out of view it is not seen") {
  Visitor visitor = reader_of(documents::full);
  visitor.send(Seen{false});
  CHECK(times_raised(visitor, "seen") == 0);
}

TEST_CASE("box: another petition in its place is seen and begun anew") {
  Visitor visitor = reader_who_sees();
  visitor.type("given_name", "Ada");
  Configuration other = visitor.model.configuration;
  other.src = "/other";
  visitor.send(Configured{other});
  visitor.answer("/other", {200, "", documents::full});
  visitor.name_countries();
  visitor.type("given_name", "Ada L.");
  CHECK(times_raised(visitor, "seen") == 2);
  CHECK(times_raised(visitor, "begun") == 2);
}

TEST_CASE("box: that somebody has begun is told once, and before the signature is") {
  Visitor visitor = reader_who_sees();
  CHECK(times_raised(visitor, "begun") == 0);
  SECTION("with the first answer") {
    visitor.fill_in();
    CHECK(times_raised(visitor, "begun") == 1);
  }
  SECTION("with the button, where a browser has filled everything in") {
    visitor.send(Submitted{});
    CHECK(visitor.raised().back() == "begun");
  }
  visitor.fill_in();
  visitor.submit();
  CHECK(times_raised(visitor, "begun") == 1);
}

TEST_CASE("box: answers that a page or another box had begin nothing") {
  Visitor visitor = reader_who_sees();
  Entered found = typed("given_name", "Ada", true);
  found.entering = GENERATE(Entering::brought, Entering::left);
  visitor.send(found);
  CHECK(times_raised(visitor, "begun") == 0);
}

TEST_CASE("box: while it is seen, the number is asked for again, ever more seldom") {
  Visitor visitor = reader_who_sees();
  std::int64_t least = 30'000;
  for (int round = 2; round < 12; ++round) {
    CHECK(visitor.last_wake()->after_ms >= least);
    CHECK(visitor.last_wake()->after_ms <= least + 30'000);
    visitor.wake();
    CHECK(times_asked(visitor) == round);
    visitor.answer("/signatures", count_of(std::to_string(10 + round)));
    CHECK(value_of(visitor.view(), "data-count") == std::to_string(10 + round));
    least = std::min<std::int64_t>(2 * least, 16 * 60'000);
  }
}

TEST_CASE("box: out of view, the number rests until somebody looks again") {
  Visitor visitor = reader_who_sees();
  visitor.send(Seen{false});
  visitor.wake();
  CHECK(times_asked(visitor) == 1);
  visitor.send(BackOnline{});
  CHECK(times_asked(visitor) == 1);
  visitor.send(Seen{true});
  CHECK(times_asked(visitor) == 2);
  // It is on its way.
  visitor.send(Seen{false});
  visitor.send(Seen{true});
  CHECK(times_asked(visitor) == 2);
  visitor.answer("/signatures", count_of("13"));
  CHECK(visitor.last_wake()->after_ms < 60'000);
}

TEST_CASE("box: to scroll up and down asks for no number before its time") {
  Visitor visitor = reader_who_sees();
  visitor.send(Seen{false});
  visitor.send(Seen{true});
  CHECK(times_asked(visitor) == 1);
}

TEST_CASE("box: the number is left alone from the signature on, which it may not hold yet") {
  Visitor visitor = reader_who_sees();
  const Ticket sleeping = visitor.last_wake()->ticket;
  visitor.fill_in();
  visitor.submit();
  visitor.send(Woken{sleeping});
  CHECK(times_asked(visitor) == 1);
  visitor.answer_signature(received);
  visitor.send(Seen{false});
  visitor.send(Seen{true});
  CHECK(times_asked(visitor) == 1);
  CHECK(value_of(visitor.view(), "data-count") == "13");
}

TEST_CASE("box: no new number is read out") {
  Visitor visitor = reader_who_sees();
  const auto is_live = [](const Node& node) {
    const std::string role = value_of(node, "role");
    return role == "status" || role == "alert" || node.find("aria-live") != nullptr;
  };
  const auto regions = [&] {
    std::string html;
    each(visitor.view(), [&](const Node& node) {
      if (!is_live(node)) return;
      Node region("div");
      region.write(text_of(node));
      html += write_html(region);
    });
    return html;
  };
  const std::string before = regions();
  REQUIRE_FALSE(before.empty());
  visitor.wake();
  visitor.answer("/signatures", count_of("4321"));
  CHECK(regions() == before);
}

}  // namespace
}  // namespace petition_box
