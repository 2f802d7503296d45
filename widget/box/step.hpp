#pragma once

#include <string>
#include <vector>

#include <box/effect.hpp>
#include <box/model.hpp>
#include <wire/outcome.hpp>

namespace petition_box {

// One step of the box: the model as it becomes by a message, and what is to be done.
struct Step {
  Model& model;
  Effects effects{};
  bool shows = true;  // whether there may be another view than before

  // Each adds an effect. What was asked for comes back under the ticket.
  Ticket fetch(Asked asked, Request request, std::uint32_t most_bytes);
  Ticket wake(Asked asked, std::uint32_t after_ms);
  Ticket ask_leave();
  void focus(std::string id);
  void focus_from_top(std::string id);
  void show_dialog(std::string id);
  void raise(ElementEvent event, std::vector<NameValue> detail = {});
  void report(std::string line);
  // The signer has begun to fill the form in: the event "begun", once.
  void begin();
  // Of what only the embedding page can mend: the event "error", and a report.
  void tell(const std::string& reason, const std::string& message);

 private:
  Ticket next(Asked asked) { return ticket_of(asked, ++model.tickets); }
};

// With a query, an address may say who asks.
inline std::string without_query(const std::string& url) { return url.substr(0, url.find('?')); }

// For whoever embeds the box: what was found at an address where another status was expected.
std::string describe(std::string url, const char* expected, const Response& response);

}  // namespace petition_box
