#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <document/read.hpp>
#include <wire/outcome.hpp>
#include <wire/request.hpp>
#include <wire/signature.hpp>

// How the box speaks with an endpoint, whatever protocol that has. Nothing outside of wire/ names
// one.
namespace petition_box::protocol {

Request post(const Signature& signature, const Petition& petition, const std::string& endpoint);

// What the response to that means; `now`: ms since 1970.
Outcome outcome(const Response& response, std::int64_t now);

// Asks how many have signed.
Request ask_standing(const std::string& endpoint);

// Nothing where the response does not say it.
std::optional<Standing> standing(const Response& response);

// Reads a document (document/read.hpp), and adds to its mistakes what the protocol cannot say.
ReadPetition read_petition(std::string_view text, const Proofreader* proofreader = nullptr,
                           const TimeZones* zones = nullptr);

}  // namespace petition_box::protocol
