#include <advice/advice.hpp>
#include <advice/authority.hpp>
#include <advice/domain.hpp>

namespace petition_box {

std::string advice_on(std::string_view kind, const std::string& answer) {
  if (kind == "email") return likely_address(answer);
  if (kind == "country") return std::string(authority_in(answer));
  return {};
}

}  // namespace petition_box
