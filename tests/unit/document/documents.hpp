#pragma once

#include <string>

#include <document/petition.hpp>

namespace petition_box::documents {

// A petition document that uses every member there is, in French and partly in English.
extern const std::string full;

// One with nothing that could be left out: it asks for an e-mail address and is in English.
extern const std::string small;

// One that asks for an answer of every kind, in English and partly in French, with a consent for a
// partner between yes and no.
extern const std::string survey;

// The document with one text of it replaced by another. The text must be in it.
std::string changed(const std::string& document, const std::string& from, const std::string& to);

// The petition of a document without errors.
Petition read(const std::string& document);

}  // namespace petition_box::documents
