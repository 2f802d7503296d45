#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <openssl/params.h>

#include <command/file.hpp>
#include <endpoint/secret_key.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t most_key_file_bytes = 1024;

std::string what_went_wrong() { return std::generic_category().message(errno); }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(file) == 0;
}

}  // namespace

std::variant<SecretKey, std::string> SecretKey::read(const std::string& path) {
  auto text = read_file(path, most_key_file_bytes);
  if (!text) return "the key " + path + " cannot be read";
  while (!text->empty() && text->back() == '\n') text->pop_back();
  Bytes bytes{};
  bool right = text->size() == 2 * bytes.size();
  for (std::size_t i = 0; right && i < text->size(); ++i) {
    const std::size_t digit = digits.find((*text)[i]);
    right = digit != std::string_view::npos;
    const unsigned shifted = i % 2 == 0 ? 0 : bytes[i / 2] * 16U;
    bytes[i / 2] = static_cast<unsigned char>(shifted + (digit & 0xFU));
  }
  if (right) return SecretKey(bytes);
  return path + ": expected a key of 64 hexadecimal digits";
}

std::variant<SecretKey, std::string> SecretKey::read_or_make(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0 && errno == ENOENT) return make(path);
  return read(path);
}

std::variant<SecretKey, std::string> SecretKey::make(const std::string& path) {
  Bytes bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return "there is no randomness for a key: " + what_went_wrong();
  }
  std::string text;
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  text += '\n';
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return "the key " + path + " cannot be made: " + what_went_wrong();
  const bool written = write_all(file, text);
  const std::string wrong = written ? "" : what_went_wrong();
  close(file);
  if (written) return SecretKey(bytes);
  unlink(path.c_str());
  return "the key " + path + " cannot be written: " + wrong;
}

void SecretKey::Free::operator()(evp_mac_ctx_st* code) const { EVP_MAC_CTX_free(code); }

SecretKey::SecretKey(const SecretKey& other) : code_(EVP_MAC_CTX_dup(other.code_.get())) {
  if (code_ == nullptr) std::abort();
}

SecretKey::SecretKey(const Bytes& bytes) {
  const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(
      EVP_MAC_fetch(nullptr, "HMAC", nullptr), EVP_MAC_free);
  code_.reset(EVP_MAC_CTX_new(hmac.get()));
  std::string digest = "SHA256";
  const std::array<OSSL_PARAM, 2> parameters{
      OSSL_PARAM_construct_utf8_string("digest", digest.data(), 0), OSSL_PARAM_construct_end()};
  // Where the library cannot do this nothing here may go on.
  if (EVP_MAC_init(code_.get(), bytes.data(), bytes.size(), parameters.data()) != 1) std::abort();
}

std::string SecretKey::keyed(std::string_view use, std::string_view text) const {
  std::string message(use);
  message += '\0';
  message += text;
  std::array<unsigned char, 32> code{};
  std::size_t size = 0;
  const bool made =
      EVP_MAC_init(code_.get(), nullptr, 0, nullptr) == 1 &&
      EVP_MAC_update(code_.get(), reinterpret_cast<const unsigned char*>(message.data()),
                     message.size()) == 1 &&
      EVP_MAC_final(code_.get(), code.data(), &size, code.size()) == 1;
  if (!made) std::abort();
  return {code.begin(), code.begin() + code.size() / 2};
}

}  // namespace petition_box::endpoint
