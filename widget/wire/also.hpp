#pragma once

#include <vector>

#include <document/petition.hpp>
#include <form/answers.hpp>
#include <json/mistake.hpp>

namespace petition_box {

// Where a signature is sent besides, once the petition's endpoint keeps it: to an endpoint whose
// call is itself a consent, as that of a mailing list is. It is sent there only where that consent
// was given. In a document they are in "also" of its "endpoint".
//
// These are its items, as they are written.
std::vector<const json::Value*> also_of(const Petition& petition);

// Whether the answers give the consent that the item is for.
bool is_wanted(const json::Value& item, const Answers& answers);

// What is wrong with their form, with pointers into the petition's document.
json::Mistakes mistakes_in_also(const Petition& petition);

}  // namespace petition_box
