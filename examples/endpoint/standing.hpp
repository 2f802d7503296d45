#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <endpoint/blob.hpp>
#include <endpoint/keys.hpp>
#include <endpoint/signature_store.hpp>

namespace petition_box::endpoint {

// The rules of keeping, the same in every store: what an entry is, by what is there already.

// A submission that is there.
struct KeptSubmission {
  bool has_same_content = false;  // as the entry
  std::int64_t received_at = 0;   // ms since 1970, UTC
};

// What comes of an entry by the submissions under its id and under its earlier id. Nothing: it is
// to be kept.
std::optional<Receipt> receipt_of(const Entry& entry, const std::optional<KeptSubmission>& same,
                                  const std::optional<KeptSubmission>& earlier);

// A person who signed with the address of an entry.
struct Signer {
  Blob person;
  std::string submission_id;
  bool counts = false;  // the submission is there, and was not withdrawn
};

// Whom an entry stands for that is to be kept.
struct Standing {
  bool counted = false;  // by this entry or by an earlier one
  bool is_new = false;
  Signer person;  // where it is not counted, somebody else at the address
};

// By all who signed with its address, in the order of their keys. A row of people is written in any
// case, that of this person: how long an answer takes must not tell who has signed.
Standing standing_of(const Entry& entry, const Keys& keys, const std::vector<Signer>& signers);

// The state of a submission of that standing, as it is kept.
const char* state_of(const Standing& standing);

}  // namespace petition_box::endpoint
