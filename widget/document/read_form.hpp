#pragma once

#include <document/petition.hpp>
#include <document/reader.hpp>

namespace petition_box {

// What a document asks signers for.
void read_fields(const json::Place& list, Petition& petition, Reader& reader);

// To sign is the first where the document does not list it. The fields of the petition are read
// before.
void read_consents(const json::Place& list, Petition& petition, Reader& reader);

}  // namespace petition_box
