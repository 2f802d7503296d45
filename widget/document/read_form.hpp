#pragma once

#include <vector>

#include <document/petition.hpp>
#include <document/reader.hpp>

namespace petition_box {

// What a document asks signers for.
std::vector<Field> read_fields(const json::Place& list, Reader& reader);

// To sign is the first where the document does not list it. The fields of the petition are read
// before.
std::vector<Consent> read_consents(const json::Place& list, const Petition& petition,
                                   Reader& reader);

}  // namespace petition_box
