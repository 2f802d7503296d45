#pragma once

#include <string>
#include <vector>

#include <wire/urlencoded.hpp>

namespace petition_box {

// Which of an endpoint's names is meant by each of ours, as a person would guess it: ours and
// theirs. Nothing is said of one for which two come into question, nor of one that two could mean.
std::vector<NameValue> likely_names(const std::vector<std::string>& ours,
                                    const std::vector<std::string>& theirs);

}  // namespace petition_box
