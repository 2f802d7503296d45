#pragma once

#include <form/answers.hpp>

namespace petition_box {

// Of somebody who has answered all that documents::full asks for, and agreed.
inline Answers all_answers() {
  Answers answers;
  answers[Field::given_name] = "Zoë";
  answers[Field::family_name] = "D’Essai";
  answers[Field::email_address] = "zoe@example.org";
  answers[Field::country] = "FR";
  answers[Field::postal_code] = "75011";
  answers[Purpose::sign] = {true, 1};
  return answers;
}

}  // namespace petition_box
