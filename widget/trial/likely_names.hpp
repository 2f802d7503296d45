#pragma once

#include <string>
#include <vector>

#include <trial/form_in_page.hpp>
#include <wire/urlencoded.hpp>

namespace petition_box {

// Which of an endpoint's names is meant by each of ours, as a person would guess it: ours and
// theirs. Nothing is said of one for which two come into question, nor of one that two could mean.
std::vector<NameValue> likely_names(const std::vector<std::string>& ours,
                                    const std::vector<std::string>& theirs);

// The same for consents. To sign is that without which the form takes nobody, where there is one
// such; a box whose tick is a no is meant by none.
std::vector<NameValue> likely_consents(const std::vector<std::string>& ours,
                                       const std::vector<FormConsent>& theirs);

}  // namespace petition_box
