#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// What may help a signer with what stands in a field of the kind (document/field.hpp): an e-mail
// address, as it was likely meant (advice/domain.hpp); of a country, whom they may complain to
// (advice/authority.hpp). Empty: nothing.
std::string advice_on(std::string_view kind, const std::string& answer);

}  // namespace petition_box
