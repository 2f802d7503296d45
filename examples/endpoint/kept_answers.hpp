#pragma once

#include <string>

#include <document/petition.hpp>
#include <form/answers.hpp>

namespace petition_box::endpoint {

// The answers as they are kept: a JSON object from the name of a field to its text, or to the list
// of the values of several choices; without those that are empty.
std::string kept_answers(const Answers& answers, const Petition& petition);

}  // namespace petition_box::endpoint
