#include <charconv>

#include <openssl/crypto.h>

#include <endpoint/question_tokens.hpp>

namespace petition_box::endpoint {
namespace {

std::string hexadecimal(const std::string& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += digits[static_cast<unsigned char>(byte) >> 4U];
    text += digits[static_cast<unsigned char>(byte) & 0xFU];
  }
  return text;
}

}  // namespace

std::string QuestionTokens::make(const std::string& petition, const std::string& submission_id,
                                 std::int64_t now) const {
  return signed_token(petition, submission_id, now + lasts_.count());
}

std::optional<std::string> QuestionTokens::read(std::string_view token, const std::string& petition,
                                                std::int64_t now) const {
  const std::size_t first = token.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const std::string submission_id(token.substr(0, first));
  std::int64_t until = 0;
  std::from_chars(token.data() + first + 1, token.data() + token.size(), until);
  const std::string own = signed_token(petition, submission_id, until);
  const bool is_own =
      own.size() == token.size() && CRYPTO_memcmp(own.data(), token.data(), own.size()) == 0;
  if (!is_own || until < now) return std::nullopt;
  return submission_id;
}

std::string QuestionTokens::signed_token(const std::string& petition,
                                         const std::string& submission_id,
                                         std::int64_t until) const {
  const std::string claim = submission_id + '.' + std::to_string(until);
  return claim + '.' + hexadecimal(key_.keyed("second question", petition + '.' + claim));
}

}  // namespace petition_box::endpoint
