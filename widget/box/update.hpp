#pragma once

#include <box/effect.hpp>
#include <box/message.hpp>
#include <box/model.hpp>
#include <language/platform.hpp>

namespace petition_box {

struct Step {
  Model model;
  Effects effects;

  // Each adds an effect. What was asked for comes back under the ticket.
  Ticket fetch(std::string url, const char* accept, std::string body, std::uint32_t most_bytes);
  Ticket wake(std::uint32_t after_ms);
  void focus(std::string id);
  void raise(const char* event, std::vector<NameValue> detail = {});
  Ticket ask_leave(const char* event);
  void report(std::string line);
  // Of what only the embedding page can mend: the event "error", and a report.
  void tell(const std::string& reason, const std::string& message);
};

// For whoever embeds the box: what was found at an address where another status was expected.
std::string describe(std::string url, const char* expected, const Answer& answer);

// The box after a message. Pure: the same model, message and moment give the same step.
Step update(Model model, const Message& message, const Moment& moment, const Platform& platform);

}  // namespace petition_box
