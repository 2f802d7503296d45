#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <endpoint/secret_key.hpp>

namespace petition_box::endpoint {

// Lets whoever has just signed a petition answer its second question without script, and nobody
// else, at whichever endpoint has the key. How often a token was used, the store knows: it keeps
// one answer.
class QuestionTokens {
 public:
  QuestionTokens(SecretKey key, std::chrono::milliseconds lasts)
      : key_(std::move(key)), lasts_(lasts) {}

  // "SUBMISSION.TIME.CODE", for a query or a form. Now: ms since 1970, here and below.
  std::string make(const std::string& petition, const std::string& submission_id,
                   std::int64_t now) const;

  // The submission that it was made for. Nothing: it is none of this petition, or its time is over.
  std::optional<std::string> read(std::string_view token, const std::string& petition,
                                  std::int64_t now) const;

 private:
  std::string signed_token(const std::string& petition, const std::string& submission_id,
                           std::int64_t until) const;

  SecretKey key_;
  std::chrono::milliseconds lasts_;
};

}  // namespace petition_box::endpoint
