#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <unit/box/visitor.hpp>

namespace petition_box {

// A visitor, a page, a network and an endpoint that do whatever comes to their mind, but nothing
// that a browser would not do: only what was asked for is answered, and only what is shown pressed.
class Wanderer {
 public:
  explicit Wanderer(unsigned seed);

  // One thing happens.
  void step();

  // From now on all goes well, and the signer wants to sign. Gives the state in which that ends:
  // "signed", unless the petition is closed or the way is blocked.
  std::string sign();

  const Visitor& visitor() const { return visitor_; }
  const std::string& last_step() const { return last_step_; }

  // What the signer has typed so far, in any field that could name somebody.
  const std::set<std::string>& typed() const { return typed_; }

  // The signatures that were sent and have no answer yet.
  std::size_t under_way() const;

 private:
  std::size_t below(std::size_t most) { return random_() % most; }
  template <class Things>
  const auto& one_of(const Things& things) {
    return *std::next(std::begin(things), static_cast<std::ptrdiff_t>(below(std::size(things))));
  }

  void send(const std::string& what, const Message& message);
  void configure();
  void decide(bool permitted);
  void answer();
  void answer_late();
  void wake();
  void type();
  void advise();
  void press();
  Response answer_to(const Fetch& fetch);
  bool go_on();
  void fill_in();

  std::mt19937 random_;
  Visitor visitor_;
  std::map<Ticket, Fetch> asked_;
  std::map<Ticket, Wake> sleeping_;
  std::vector<Ticket> answered_;
  Ticket undecided_ = 0;
  std::set<std::string> typed_;
  std::string last_step_;
  int pages_ = 0;
};

}  // namespace petition_box
