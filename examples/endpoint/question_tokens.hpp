#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <endpoint/secret_key.hpp>

namespace petition_box::endpoint {

// Lets whoever has just signed answer a second question without script, and nobody else. How often
// a token was used, the store knows: it keeps one answer.
class QuestionTokens {
 public:
  static constexpr std::int64_t lasts_ms = 30 * 60 * 1000;

  // "SUBMISSION.TIME.CODE", for a query or a form.
  std::string make(const std::string& submission_id, std::int64_t now) const;

  // The submission that it was made for. Nothing: it is none, or its time is over.
  std::optional<std::string> read(std::string_view token, std::int64_t now) const;

 private:
  std::string signed_token(const std::string& submission_id, std::int64_t until) const;

  // It lasts as long as the program: after a new start nobody is asked again.
  SecretKey key_ = SecretKey::passing();
};

}  // namespace petition_box::endpoint
