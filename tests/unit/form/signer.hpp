#pragma once

#include <string_view>

#include <document/consent.hpp>
#include <form/answers.hpp>

namespace petition_box {

// Answers a consent, in its box.
inline void say(Answers& answers, std::string_view consent, Decision decision, std::int64_t at) {
  ConsentAnswer& answer = answers.consent(consent);
  answer.decision = decision;
  answer.at = at;
}

// Of somebody who has answered all that documents::full asks for, and agreed.
inline Answers all_answers() {
  Answers answers;
  answers["given_name"] = "Zoë";
  answers["family_name"] = "D’Essai";
  answers["email_address"] = "zoe@example.org";
  answers["country"] = "FR";
  answers["postal_code"] = "75011";
  say(answers, "sign", Decision::given, 1);
  return answers;
}

}  // namespace petition_box
