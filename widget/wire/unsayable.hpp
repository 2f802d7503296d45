#pragma once

#include <cstddef>

#include <json/mistake.hpp>
#include <wire/described.hpp>

namespace petition_box::described {

// What stands in the way of serving the petition's document at this endpoint, with pointers into
// the document:
//   an option that the description asks for is missing, or of another kind;
//   a template makes nothing of the answers, or puts one into an address, where everybody reads it;
//   a field whose answer, or a consent whose yes, does not arrive in the request;
//   whoever signs joins a list there, and the document does not say so where people agree to it;
//   to be sent there is a consent by itself, and not to sign (wire/also.hpp).
// All but the options is found by trying, with a mark in the place of each answer.
json::Mistakes unsayable(const Endpoint& endpoint);

// The same of the endpoint at that place in "also" (wire/also.hpp): options and templates. Answers
// that it has no place for are kept by the first.
json::Mistakes unsayable_also(const Endpoint& endpoint, std::size_t index);

}  // namespace petition_box::described
