#pragma once

#include <cstdint>
#include <string>

#include <json/value.hpp>
#include <wire/described.hpp>

namespace petition_box::described {

// The first of the description's answers whose conditions all hold for the response; null where
// there is none. A pointer (RFC 6901) leads into a body of JSON, where "" is all of it; of any
// other body only "" is there, a text. To contain something and to begin with it, "" is the text of
// every body.
const json::Value* rule_for(const Description& description, const Response& response);

// The pointer of a rule in its description.
std::string place_of(const json::Value& rule, const Description& description);

// The statuses by which the endpoint says that it has taken a signature, in English: "200",
// "201 or 202", "200 to 299"; "of an answer that counts" where its rules name none.
std::string expected_status(const Description& description);

// What the description makes of the response, in English, for whoever set it up: ", which
// /answers/1 calls set_up_wrongly. There is no such list." Empty where there is none to be read.
std::string reason(const Description& description, const Response& response);

// What the response means. Where no rule holds:
//   408, 425, 429, 503  not_now
//   other 5xx           lost
//   2xx                 not_confirmed
//   all else            set_up_wrongly
// No rule is asked of what came without a response that may be read: where the browser had no
// network nothing was sent; nor was it where browsers ask leave and were refused; all else may have
// arrived. What may have arrived is sent again only where the endpoint catches duplicates: else
// what was lost is not confirmed.
Verdict verdict_on(const Description& description, const Response& response);

// The same with what goes with it. The least time to wait is that of the header
// (wire/retry_after.hpp); now: ms since 1970.
Outcome outcome(const Endpoint& endpoint, const Response& response, std::int64_t now);

}  // namespace petition_box::described
