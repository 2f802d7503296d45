#include <algorithm>
#include <cstddef>

#include <endpoint/standing.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::size_t most_at_an_address = 2;

}  // namespace

std::optional<Receipt> receipt_of(const Entry& entry, const std::optional<KeptSubmission>& same,
                                  const std::optional<KeptSubmission>& earlier) {
  if (same) return same->has_same_content ? Receipt::kept : Receipt::reused;
  if (earlier && earlier->received_at >= entry.received_at - twice_within_ms) {
    return Receipt::kept_earlier;
  }
  if (entry.only_if_known) return Receipt::unknown;
  return std::nullopt;
}

Standing standing_of(const Entry& entry, const Keys& keys, const std::vector<Signer>& signers) {
  const auto same = std::find_if(signers.begin(), signers.end(), [&](const Signer& signer) {
    return signer.person.bytes == keys.person.bytes;
  });
  if (same != signers.end() && same->counts) return {true, false, *same};
  const auto others = std::count_if(signers.begin(), signers.end(),
                                    [](const Signer& signer) { return signer.counts; });
  if (static_cast<std::size_t>(others) >= most_at_an_address) {
    return {false, false, signers.front()};
  }
  return {true, true, {keys.person, entry.signature.submission_id, true}};
}

const char* state_of(const Standing& standing) { return standing.counted ? "counted" : "invalid"; }

}  // namespace petition_box::endpoint
