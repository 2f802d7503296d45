#pragma once

#include <string>
#include <vector>

namespace petition_box::endpoint::sqlite {

// The column answers, of a row of the first version, which had a column for each field:
// given_name, family_name, email_address, country, postal_code, comment.
std::string answers_of_first(const std::vector<std::string>& texts);

}  // namespace petition_box::endpoint::sqlite
