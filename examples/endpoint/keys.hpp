#pragma once

#include <endpoint/blob.hpp>
#include <endpoint/secret_key.hpp>
#include <endpoint/signature_store.hpp>

namespace petition_box::endpoint {

// What is kept of an entry in the place of what it says, and found again by.
struct Keys {
  Blob content;
  Blob address;  // empty: there is none
  Blob person;   // begins with that of the address; of the submission where there is none
};

Keys keys_of(const Entry& entry, const SecretKey& key);

}  // namespace petition_box::endpoint
