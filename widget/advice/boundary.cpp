#include <string>

#include <advice/advice.hpp>
#include <advice/boundary.hpp>
#include <markup/bytes.hpp>
#include <markup/cursor.hpp>

namespace petition_box {
namespace {

struct Adviser {
  std::string message;
  Bytes answer;
};

// It is never taken apart: nothing says when the page will not call again.
Adviser& adviser() {
  static Adviser& the_adviser = *new Adviser;
  return the_adviser;
}

const char* take_question() {
  constexpr int random_bytes = 16;
  Adviser& adviser = petition_box::adviser();
  // It holds what somebody typed.
  const std::string message = std::move(adviser.message);
  adviser.message = {};
  Cursor cursor(message);
  cursor.byte();
  cursor.number();
  for (int i = 0; i < random_bytes; ++i) cursor.byte();
  const std::string kind = cursor.text();
  adviser.answer = {};
  adviser.answer.text(advice_on(kind, cursor.text()));
  return adviser.answer.written().data();
}

}  // namespace
}  // namespace petition_box

extern "C" char* petition_advice_message(std::uint32_t size) {
  std::string& message = petition_box::adviser().message;
  message.resize(size);
  return message.data();
}

extern "C" const char* petition_advice_answer() { return petition_box::take_question(); }
