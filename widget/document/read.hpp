#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <document/petition.hpp>
#include <document/proofreader.hpp>
#include <json/mistake.hpp>

namespace petition_box {

constexpr std::size_t most_document_bytes = 256 * 1024;

struct ReadPetition {
  std::optional<Petition> petition;  // there unless a mistake is an error
  json::Mistakes mistakes;           // all of them, in the order of the document
};

// Reads a petition document (embed/petition.schema.json describes it for editors). Never stops at
// the first mistake, except where the text is not JSON.
ReadPetition read_petition(std::string_view text, const Proofreader* proofreader = nullptr);

}  // namespace petition_box
