#include <utility>

#include <endpoint/picture_hosts.hpp>
#include <endpoint/policy.hpp>

namespace petition_box::endpoint {

std::vector<std::string> picture_hosts_of(const Petition& petition) {
  std::vector<std::string> hosts;
  for (const std::string& address : {petition.picture.src, petition.organiser.logo}) {
    std::string origin = origin_of(address);
    if (!origin.empty()) hosts.push_back(std::move(origin));
  }
  return hosts;
}

}  // namespace petition_box::endpoint
