#pragma once

#include <string>

#include <box/update.hpp>
#include <unit/icu/remembering_icu.hpp>
#include <unit/markup/dom.hpp>

namespace petition_box {

// The bytes of a message, as the browser's side writes them (wasm/boundary.hpp).
std::string bytes_of(const Message& message, const Moment& moment);

// The browser's side of the boundary, with ICU in the place of Intl. Since a module holds one box,
// there is one for the whole run. Beside it runs a box without any boundary: after each message
// both must show the same and want the same done.
class Browser {
 public:
  static Browser& the();

  // Sends the bytes; what differs between the two boxes is a failure of the test.
  void send(const std::string& bytes);
  void send(const Message& message);

  // The form, and the page lets it be sent.
  void submit();

  const Effects& effects() const { return effects_; }
  const Dom& dom() const { return dom_; }
  const Model& model() const { return model_; }
  std::string state() const { return dom_.root()->attributes.at("data-state"); }

  // Of the last message, the ticket of what is to be fetched from there; 0 where nothing is.
  Ticket asked(const std::string& url) const;

 private:
  Dom dom_;
  Model model_;
  Effects effects_;
  std::string shown_;  // by the box without a boundary
  RememberingIcu platform_;
};

}  // namespace petition_box
