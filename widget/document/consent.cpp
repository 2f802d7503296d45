#include <algorithm>

#include <document/consent.hpp>
#include <document/field.hpp>

namespace petition_box {
namespace {

constexpr std::size_t most_consent_name = 32;
constexpr std::array<const char*, all_askings.size()> asking_names{"box", "yes_no"};

}  // namespace

const char* name_of(Asking asking) { return asking_names[static_cast<std::size_t>(asking)]; }

std::string control_name(std::string_view consent) {
  return std::string(consent_prefix).append(consent);
}

bool is_consent_name(std::string_view name) {
  // Its control says more under names that end so (wire/reference.cpp).
  const auto ends = [&](std::string_view ending) {
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
  };
  return is_option_value(name) && name.size() <= most_consent_name && !ends("_text") &&
         !ends("_at") && !ends("_how");
}

bool is_known_purpose(std::string_view purpose) {
  return std::find(known_purposes.begin(), known_purposes.end(), purpose) != known_purposes.end();
}

}  // namespace petition_box
