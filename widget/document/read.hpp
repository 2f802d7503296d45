#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include <document/petition.hpp>
#include <document/proofreader.hpp>
#include <json/mistake.hpp>
#include <language/time_zones.hpp>

namespace petition_box {

constexpr std::size_t most_document_bytes = 256 * 1024;

struct ReadPetition {
  std::shared_ptr<Petition> petition;  // null where a mistake is an error
  json::Mistakes mistakes;             // all of them, in the order of the document
};

// Reads a petition document (embed/petition.schema.json describes it for editors). Never stops at
// the first mistake, except where the text is not JSON. Without time zones the petition's closes_at
// is not known, and the name of a zone that does not exist is none of the mistakes.
ReadPetition read_petition(std::string_view text, const Proofreader* proofreader = nullptr,
                           const TimeZones* zones = nullptr);

}  // namespace petition_box
