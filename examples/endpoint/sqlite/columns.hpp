#pragma once

#include <string>
#include <vector>

namespace petition_box::endpoint::sqlite {

// The column answers, of a row of the first version, which had a column for each field:
// given_name, family_name, email_address, country, postal_code, comment.
std::string answers_of_first(const std::vector<std::string>& texts);

// Whether two columns say the same, in whatever order; of answers that are not known any more the
// first is empty.
bool are_same_answers(const std::string& kept, const std::string& sent);

}  // namespace petition_box::endpoint::sqlite
