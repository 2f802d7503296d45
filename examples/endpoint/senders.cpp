#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <string>
#include <utility>

#include <sys/random.h>

#include <endpoint/client_address.hpp>
#include <endpoint/senders.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::chrono::hours key_lasts{24};
constexpr std::size_t most_senders = 65'536;
// A page with its box asks for a dozen things at once, and a class opens it at one word.
constexpr double seconds_at_once = 10;

// SipHash-2-4 of a short text: nobody can find texts with one hash who does not know the key
// (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).
class SipHash {
 public:
  explicit SipHash(const std::array<std::uint64_t, 2>& key)
      : v_{key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d, key[0] ^ 0x6c7967656e657261,
           key[1] ^ 0x7465646279746573} {}

  std::uint64_t of(const std::string& text) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * (i % 8));
      if (i % 8 == 7) take(std::exchange(word, 0));
    }
    take(word | static_cast<std::uint64_t>(text.size()) << 56);
    v_[2] ^= 0xff;
    for (int i = 0; i < 4; ++i) round();
    return v_[0] ^ v_[1] ^ v_[2] ^ v_[3];
  }

 private:
  void take(std::uint64_t word) {
    v_[3] ^= word;
    round();
    round();
    v_[0] ^= word;
  }

  void round() {
    v_[0] += v_[1];
    v_[1] = std::rotl(v_[1], 13) ^ v_[0];
    v_[0] = std::rotl(v_[0], 32);
    v_[2] += v_[3];
    v_[3] = std::rotl(v_[3], 16) ^ v_[2];
    v_[0] += v_[3];
    v_[3] = std::rotl(v_[3], 21) ^ v_[0];
    v_[2] += v_[1];
    v_[1] = std::rotl(v_[1], 17) ^ v_[2];
    v_[2] = std::rotl(v_[2], 32);
  }

  std::array<std::uint64_t, 4> v_;
};

}  // namespace

void Senders::take_key() {
  if (getrandom(key_.data(), sizeof key_, 0) != sizeof key_) std::abort();
  key_until_ = Sender::Clock::now() + key_lasts;
  senders_.clear();
}

std::shared_ptr<Sender> Senders::of(const boost::asio::ip::address& address) {
  if (limits_.requests_of_address == 0 && limits_.connections_of_address == 0) return nullptr;
  if (Sender::Clock::now() > key_until_) take_key();
  if (senders_.size() >= most_senders) forget();
  auto& sender = senders_[SipHash(key_).of(sender_part(address))];
  if (!sender) sender = std::make_shared<Sender>();
  return sender;
}

// Who asks for nothing has all that it may have again after seconds. Where that is not enough, all:
// whoever comes from so many addresses is not held by a limit of each.
void Senders::forget() {
  const auto old = Sender::Clock::now() - std::chrono::seconds(static_cast<int>(seconds_at_once));
  std::erase_if(senders_, [&](const auto& entry) {
    return entry.second.use_count() == 1 && entry.second->at < old;
  });
  if (senders_.size() >= most_senders / 2) senders_.clear();
}

bool Senders::may_ask(Sender& sender) const {
  const auto rate = static_cast<double>(limits_.requests_of_address);
  if (limits_.requests_of_address == 0) return true;
  const auto now = Sender::Clock::now();
  const double passed = std::chrono::duration<double>(now - sender.at).count();
  sender.requests = std::min(sender.requests + passed * rate, rate * seconds_at_once);
  sender.at = now;
  if (sender.requests < 1) return false;
  sender.requests -= 1;
  return true;
}

}  // namespace petition_box::endpoint
