#pragma once

#include <memory>
#include <vector>

#include <box/message.hpp>
#include <box/step.hpp>
#include <wire/signature.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

// A signature for an endpoint beside the petition's own (wire/also.hpp).
struct SentAlso {
  std::shared_ptr<const Petition> petition;
  std::shared_ptr<const Description> description;
  const json::Value* written = nullptr;  // the endpoint, in the petition's document
  Request request;
  Attempts attempts;
  Ticket ticket = 0;   // of the request, or while it waits of the wake before the next
  bool waits = false;  // it is sent again when woken, or when the browser is online again
};

struct Beside {
  std::vector<std::shared_ptr<const Description>> descriptions;  // in the order of the document
  std::vector<SentAlso> held;  // until the petition's own endpoint keeps the signature
  std::vector<SentAlso> sent;  // without a final answer yet
};

Beside& beside_of(Model& model);

// Holds the signature for each endpoint that its consents want.
void hold_also(Model& model, const Signature& signature, const std::vector<NameValue>& statements);

// Sends what was held. What becomes of it is told to whoever embeds the box, never to the signer,
// who has signed.
void send_also(Step& step, const Moment& moment);

void take_also(Step& step, const Answered& answered, const Moment& moment);
void wake_also(Step& step, Ticket ticket);
void back_online_also(Step& step);

}  // namespace petition_box
