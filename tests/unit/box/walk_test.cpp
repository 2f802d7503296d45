#include <unit/catch.hpp>

#include <map>
#include <string>

#include <unit/box/faults.hpp>
#include <unit/box/wanderer.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

// What an effect tells to others than the endpoint, in the body of a request.
struct Tell {
  std::string operator()(const Fetch& fetch) const { return fetch.url + fetch.accept; }
  std::string operator()(const Wake& /*unused*/) const { return {}; }
  std::string operator()(const Focus& focus) const { return focus.id; }
  std::string operator()(const Report& report) const { return report.line; }
  std::string operator()(const Raise& raise) const {
    std::string told(raise.event);
    for (const NameValue& pair : raise.detail) told += " " + pair.name + " " + pair.value;
    return told;
  }
};

std::string secrets_told(const Wanderer& wanderer) {
  std::string told;
  for (const Effect& effect : wanderer.visitor().effects) {
    const std::string text = std::visit(Tell{}, effect);
    for (const std::string& typed : wanderer.typed()) {
      if (text.find(typed) != std::string::npos) told += text + "\n";
    }
  }
  return told;
}

constexpr unsigned walks = 120;
constexpr int steps = 40;

template <class Look>
void wander(const Look& look) {
  for (unsigned walk = 0; walk < walks; ++walk) {
    Wanderer wanderer(walk);
    for (int i = 0; i < steps; ++i) {
      wanderer.step();
      INFO("walk " << walk << ", step " << i << ": " << wanderer.last_step());
      look(wanderer);
    }
  }
}

TEST_CASE("box: whatever happens, nobody but the endpoint is told who the signer is") {
  wander([](const Wanderer& wanderer) { REQUIRE(secrets_told(wanderer) == ""); });
}

TEST_CASE("box: whatever happens, its view has no faults") {
  wander([](const Wanderer& wanderer) {
    const Node view = wanderer.visitor().view();
    REQUIRE(faults_of(view) == Faults{});
  });
}

TEST_CASE("box: whatever happens, the focus goes to something that is there") {
  wander([](const Wanderer& wanderer) {
    const Node view = wanderer.visitor().view();
    if (value_of(view, "data-state") == "loading") return;
    for (const std::string& id : wanderer.visitor().focused()) {
      CAPTURE(id);
      REQUIRE(find(view, [&](const Node& node) { return value_of(node, "id") == id; }) != nullptr);
    }
  });
}

TEST_CASE("box: whatever happens, the signer can still sign") {
  std::map<std::string, int> ends;
  int looks = 0;
  wander([&](const Wanderer& wanderer) {
    if (++looks % 4 != 0) return;
    Wanderer signer = wanderer;
    const std::string end = signer.sign();
    ++ends[end];
    INFO("after " << signer.last_step());
    REQUIRE((end == "signed" || end == "to-confirm" || end == "closed"));
  });
  CHECK(ends["signed"] > 500);
  CHECK(ends["closed"] > 10);
}

TEST_CASE("box: whatever happens, an id is never used for two different signatures") {
  std::map<std::string, std::string> sent;  // by the id
  std::size_t again = 0;
  wander([&](const Wanderer& wanderer) {
    for (const Effect& effect : wanderer.visitor().effects) {
      const auto* fetch = std::get_if<Fetch>(&effect);
      if (fetch == nullptr || fetch->body.empty()) continue;
      const std::string id = read_urlencoded(fetch->body).front().value;
      REQUIRE(is_uuid(id));
      again += sent.count(id);
      REQUIRE(sent.emplace(id, fetch->body).first->second == fetch->body);
    }
  });
  CHECK(again > 10);
}

TEST_CASE("box: whatever happens, one attempt is made at a time, and at the endpoint") {
  wander([](const Wanderer& wanderer) {
    REQUIRE(wanderer.under_way() <= 1);
    const bool sending = wanderer.visitor().state() == "sending";
    REQUIRE((wanderer.under_way() == 1) == sending);
    for (const Effect& effect : wanderer.visitor().effects) {
      const auto* fetch = std::get_if<Fetch>(&effect);
      if (fetch == nullptr || fetch->body.empty()) continue;
      REQUIRE(fetch->url == wanderer.visitor().model.configuration.endpoint);
    }
  });
}

TEST_CASE("box: whatever happens, it reaches every state") {
  std::map<std::string, int> states;
  wander([&](const Wanderer& wanderer) { ++states[wanderer.visitor().state()]; });
  for (const std::string state : {"loading", "unavailable", "editing", "sending", "trying-again",
                                  "signed", "to-confirm", "refused", "closed", "failed"}) {
    CAPTURE(state);
    CHECK(states[state] > 5);
  }
}

}  // namespace
}  // namespace petition_box
