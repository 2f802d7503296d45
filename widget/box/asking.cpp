#include <optional>
#include <utility>

#include <box/asking.hpp>
#include <box/backoff.hpp>

namespace petition_box {
namespace {

constexpr int attempts_in_silence = 6;
constexpr int most_attempts = 40;  // in some ten minutes

bool is_passing(int status) {
  return status == 0 || status == 408 || status == 425 || status == 429 || status >= 500;
}

}  // namespace

void fetch(Step& step, Loading& loading, Asked asked, Request request, std::uint32_t most_bytes) {
  loading.waits = false;
  ++loading.attempts;
  loading.ticket = step.fetch(asked, std::move(request), most_bytes);
}

bool must_be_told(Step& step, Loading& loading, Asked asked, const Response& response,
                  const Moment& moment) {
  loading.waits = true;
  loading.ticket = 0;
  if (!is_passing(response.status)) return true;
  if (loading.attempts < most_attempts) {
    loading.ticket = step.wake(asked, backoff_ms(loading.attempts, std::nullopt, moment));
  }
  return loading.attempts == attempts_in_silence;
}

}  // namespace petition_box
