#include <algorithm>
#include <utility>

#include <box/also.hpp>
#include <box/backoff.hpp>
#include <wire/also.hpp>
#include <wire/body.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

protocol::Endpoint endpoint_of(const SentAlso& sent) {
  return {sent.petition.get(), std::string(sent.written->text_of("url")), sent.description.get(),
          sent.written};
}

void send(Step& step, SentAlso& sent) {
  sent.waits = false;
  ++sent.attempts.number;
  sent.ticket = step.fetch(Asked::also, sent.request, most_response_bytes);
}

void tell(Step& step, const SentAlso& sent, const Response& response) {
  const protocol::Endpoint endpoint = endpoint_of(sent);
  step.tell("also", describe(without_query(sent.request.url),
                             protocol::expected_status(endpoint).c_str(), response) +
                        protocol::reason(endpoint, response));
}

// Whether it is tried again.
bool will_wait(Step& step, SentAlso& sent, const NotNow& not_now, const Moment& moment) {
  const std::uint32_t wait = backoff_ms(sent.attempts.number, not_now.seconds, moment);
  if (moment.now + wait - sent.attempts.began > longest_trying_ms) return false;
  sent.waits = true;
  sent.ticket = step.wake(Asked::also, wait);
  return true;
}

}  // namespace

// One that another copy of the model has too is its own: it must not change with this one.
Beside& beside_of(Model& model) {
  if (!model.beside) model.beside = std::make_shared<Beside>();
  if (model.beside.use_count() > 1) model.beside = std::make_shared<Beside>(*model.beside);
  return *model.beside;
}

void hold_also(Model& model, const Signature& signature, const std::vector<NameValue>& statements) {
  Beside& beside = beside_of(model);
  beside.held.clear();
  const auto items = also_of(*model.petition);
  for (std::size_t i = 0; i < beside.descriptions.size(); ++i) {
    if (!is_wanted(*items[i], signature.answers)) continue;
    SentAlso& sent = beside.held.emplace_back();
    sent.petition = model.petition;
    sent.description = beside.descriptions[i];
    sent.written = items[i];
    sent.request = protocol::post(endpoint_of(sent), signature, statements);
  }
}

void send_also(Step& step, const Moment& moment) {
  Beside& beside = beside_of(step.model);
  for (SentAlso& sent : std::exchange(beside.held, {})) {
    if (sent.request.url.empty()) {
      step.tell("also", "the description makes no request of these answers");
      continue;
    }
    sent.attempts.began = moment.now;
    send(step, sent);
    beside.sent.push_back(std::move(sent));
  }
}

void take_also(Step& step, const Answered& answered, const Moment& moment) {
  auto& all = beside_of(step.model).sent;
  const auto sent = std::find_if(
      all.begin(), all.end(), [&](const SentAlso& one) { return one.ticket == answered.ticket; });
  if (sent == all.end()) return;
  const Outcome outcome = protocol::outcome(endpoint_of(*sent), answered.response, moment.now);
  const auto* not_now = std::get_if<NotNow>(&outcome);
  if (not_now != nullptr && will_wait(step, *sent, *not_now, moment)) return;
  const bool is_taken = std::holds_alternative<Received>(outcome) ||
                        std::holds_alternative<ToBeConfirmed>(outcome) ||
                        std::holds_alternative<NotConfirmed>(outcome);
  if (!is_taken) tell(step, *sent, answered.response);
  all.erase(sent);
}

void wake_also(Step& step, Ticket ticket) {
  for (SentAlso& sent : beside_of(step.model).sent) {
    if (sent.ticket == ticket) return send(step, sent);
  }
}

void back_online_also(Step& step) {
  for (SentAlso& sent : beside_of(step.model).sent) {
    if (sent.waits) send(step, sent);
  }
}

}  // namespace petition_box
