#pragma once

#include <string>

#include <document/petition.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/signature_store.hpp>
#include <wire/signature.hpp>

namespace petition_box::endpoint {

// What is kept of a signature that has been checked, with an id in any case. Shown: the petition as
// its signer was shown it.
Entry entry_of(const ShelvedPetition& shown, Signature signature);

// What is kept of the answer to a consent of the petition.
ConsentRecord record_of(ConsentAnswer answer, const Consent& consent, const Petition& petition);

// An id of its own for other content that came under the id, the same whenever it comes again.
std::string id_of_other_content(const Entry& entry);

}  // namespace petition_box::endpoint
