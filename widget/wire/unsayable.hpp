#pragma once

#include <cstddef>

#include <json/mistake.hpp>
#include <wire/described.hpp>

namespace petition_box::described {

// What stands in the way of serving the petition's document at this endpoint, with pointers into
// the document:
//   an option that the description asks for is missing, or of another kind;
//   what the names of its errors are made of fails, or is no object;
//   a template makes nothing of the answers, or puts one into an address, where everybody reads it;
//   a field whose answer, or a consent whose yes, does not arrive in the request, or arrives
//   without the name that an option may tell; whoever signs joins a list there, and the document
//   does not say so where people agree to it; to be sent there is a consent by itself, and not to
//   sign (wire/also.hpp).
// These are warnings, and told where mistakes say what they are (json/mistake.hpp): a member that
// nobody reads, and a name of ours that nobody has, in an option or in the names of errors. All but
// the options is found by trying, with a mark in the place of each answer; so is a source of which
// nothing is sent, a warning too.
json::Mistakes unsayable(const Endpoint& endpoint);

// The same of the endpoint at that place in "also" (wire/also.hpp): options and templates. Answers
// that it has no place for are kept by the first.
json::Mistakes unsayable_also(const Endpoint& endpoint, std::size_t index);

// The members that nobody reads of an endpoint of the reference protocol, as its document has it;
// warnings.
json::Mistakes unsayable_in_reference(const json::Value& endpoint);

}  // namespace petition_box::described
