#include <endpoint/keys.hpp>
#include <endpoint/person.hpp>

namespace petition_box::endpoint {

Keys keys_of(const Entry& entry, const SecretKey& key) {
  const Answers& answers = entry.signature.answers;
  const std::string address = address_of(answers["email_address"]);
  Keys keys{{key.keyed("content", entry.content)}, {}, {}};
  if (address.empty()) {
    keys.person.bytes = key.keyed("submission", entry.signature.submission_id);
    return keys;
  }
  keys.address.bytes = key.keyed("address", address);
  keys.person.bytes = keys.address.bytes +
                      key.keyed("name", name_of(answers["given_name"], answers["family_name"]));
  return keys;
}

}  // namespace petition_box::endpoint
