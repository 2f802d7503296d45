#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

struct evp_mac_ctx_st;

namespace petition_box::endpoint {

// A key that lies apart from the database. What the database keeps of an address, of a name or of
// what a signer decided is made with it: without the key nobody can try out whether somebody has
// signed, also after an erasure. For one thread at a time; another has a copy.
class SecretKey {
 public:
  SecretKey(const SecretKey& other);
  SecretKey(SecretKey&&) = default;
  SecretKey& operator=(const SecretKey&) = delete;
  SecretKey& operator=(SecretKey&&) = default;
  ~SecretKey() = default;

  // Reads the file: 64 hexadecimal digits. Otherwise says what is wrong, in one line.
  static std::variant<SecretKey, std::string> read(const std::string& path);

  // The same; where there is no file, makes one that only its owner may read.
  static std::variant<SecretKey, std::string> read_or_make(const std::string& path);

  // 16 bytes: the left half of the HMAC with SHA-256 (RFC 2104 #section-5). The use keeps keys for
  // one thing apart from keys for another.
  std::string keyed(std::string_view use, std::string_view text) const;

 private:
  using Bytes = std::array<unsigned char, 32>;

  struct Free {
    void operator()(evp_mac_ctx_st* code) const;
  };

  explicit SecretKey(const Bytes& bytes);
  static std::variant<SecretKey, std::string> make(const std::string& path);

  // Begun with the key, and begun again for each text: that costs a fifth of making it anew.
  std::unique_ptr<evp_mac_ctx_st, Free> code_;
};

}  // namespace petition_box::endpoint
