#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <form/answers.hpp>

namespace petition_box::endpoint::sqlite {

// The column answers: a JSON object with the texts that are not empty, by the names of the fields.
// The texts are in the order of all_fields.
std::string answers_column(const std::vector<std::string>& texts);

// The column name or consent: "sign" of "consent_sign".
std::string_view consent_column(Purpose purpose);

// The name on the wire: "consent_sign" of "sign".
std::string name_on_wire(std::string_view consent_column);

}  // namespace petition_box::endpoint::sqlite
