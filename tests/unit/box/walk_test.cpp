#include <unit/catch.hpp>

#include <map>
#include <string>
#include <vector>

#include <unit/box/faults.hpp>
#include <unit/box/wanderer.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {
namespace {

// What an effect tells to others than the endpoint, in the body of a request.
struct Tell {
  std::string operator()(const Fetch& fetch) const {
    return fetch.request.url + std::string(fetch.request.accept);
  }
  std::string operator()(const Wake& /*unused*/) const { return {}; }
  std::string operator()(const Focus& focus) const { return focus.id; }
  std::string operator()(const ShowDialog& dialog) const { return dialog.id; }
  std::string operator()(const Report& report) const { return report.line; }
  std::string operator()(const TakeWholeModule& /*unused*/) const { return {}; }
  std::string operator()(const Raise& raise) const {
    std::string told(name_of(raise.event));
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

// What was found wrong: each time, what it is and which step led to it.
using Found = std::vector<std::string>;

// Looks at a box after each step of a wanderer, and keeps what it finds.
class Looks {
 public:
  Found told;             // secrets, to others than the endpoint
  Found faults;           // in the view
  Found lost_focus;       // to something that is not there
  Found stuck;            // where the signer cannot sign
  Found ids;              // of a signature that are none, or of two different ones
  Found attempts;         // more than one at a time, or elsewhere than at the endpoint
  std::size_t again = 0;  // how often the same was sent under the same id
  std::map<std::string, int> ends, states;

  void look(const Wanderer& wanderer, const std::string& where) {
    where_ = where;
    const Node view = wanderer.visitor().view();
    const std::string state = value_of(view, "data-state");
    ++states[state];
    look_at_secrets(wanderer);
    for (const std::string& fault : faults_of(view)) report(faults, fault);
    look_at_focus(wanderer, view, state);
    if (++looks_ % 4 == 0) look_at_signing(wanderer);
    look_at_attempts(wanderer, state);
  }

 private:
  void report(Found& found, const std::string& what) const {
    found.push_back(what + " (" + where_ + ")");
  }

  void look_at_secrets(const Wanderer& wanderer) {
    const std::string secrets = secrets_told(wanderer);
    if (!secrets.empty()) report(told, secrets);
  }

  void look_at_focus(const Wanderer& wanderer, const Node& view, const std::string& state) {
    // A page that takes the petition away takes what was to have the focus as well.
    if (state == "loading" || state == "unavailable") return;
    for (const std::string& id : wanderer.visitor().focused()) {
      const bool there =
          find(view, [&](const Node& node) { return value_of(node, "id") == id; }) != nullptr;
      if (!there) report(lost_focus, id);
    }
  }

  void look_at_signing(const Wanderer& wanderer) {
    Wanderer signer = wanderer;
    const std::string end = signer.sign();
    ++ends[end];
    const bool well = end == "signed" || end == "to-confirm" || end == "closed";
    if (!well) report(stuck, end + " after " + signer.last_step());
  }

  void look_at_attempts(const Wanderer& wanderer, const std::string& state) {
    const std::size_t expected = state == "sending" ? 1 : 0;
    if (wanderer.under_way() != expected) {
      report(attempts, std::to_string(wanderer.under_way()) + " while " + state);
    }
    for (const Effect& effect : wanderer.visitor().effects) {
      const auto* fetch = std::get_if<Fetch>(&effect);
      if (fetch == nullptr || fetch->request.body.empty()) continue;
      if (fetch->request.url != wanderer.visitor().model.configuration.endpoint)
        report(attempts, fetch->request.url);
      const std::string id = read_urlencoded(fetch->request.body).front().value;
      if (!is_uuid(id)) report(ids, id);
      again += sent_.count(id);
      if (sent_.emplace(id, fetch->request.body).first->second != fetch->request.body)
        report(ids, fetch->request.body);
    }
  }

  std::map<std::string, std::string> sent_;  // by the id
  std::string where_;
  int looks_ = 0;
};

// All that is looked for is looked for on the same walks: to walk takes most of the time.
const Looks& walked() {
  constexpr unsigned walks = 120;
  constexpr int steps = 40;
  static const Looks all = [] {
    Looks looks;
    for (unsigned walk = 0; walk < walks; ++walk) {
      Wanderer wanderer(walk);
      for (int step = 0; step < steps; ++step) {
        wanderer.step();
        looks.look(wanderer, "walk " + std::to_string(walk) + ", step " + std::to_string(step) +
                                 ": " + wanderer.last_step());
      }
    }
    return looks;
  }();
  return all;
}

TEST_CASE("box: whatever happens, nobody but the endpoint is told who the signer is") {
  CHECK(walked().told == Found{});
}

TEST_CASE("box: whatever happens, its view has no faults") { CHECK(walked().faults == Found{}); }

TEST_CASE("box: whatever happens, the focus goes to something that is there") {
  CHECK(walked().lost_focus == Found{});
}

TEST_CASE("box: whatever happens, the signer can still sign") {
  CHECK(walked().stuck == Found{});
  CHECK(walked().ends.at("signed") > 500);
  CHECK(walked().ends.at("closed") > 10);
}

TEST_CASE("box: whatever happens, an id is never used for two different signatures") {
  CHECK(walked().ids == Found{});
  CHECK(walked().again > 10);
}

TEST_CASE("box: whatever happens, one attempt is made at a time, and at the endpoint") {
  CHECK(walked().attempts == Found{});
}

TEST_CASE("box: whatever happens, it reaches every state") {
  for (const std::string state :
       {"loading", "unavailable", "editing", "asked", "sending", "trying-again", "signed",
        "to-confirm", "refused", "closed", "failed"}) {
    CAPTURE(state);
    REQUIRE(walked().states.count(state) == 1);
    CHECK(walked().states.at(state) > 1);
  }
}

}  // namespace
}  // namespace petition_box
