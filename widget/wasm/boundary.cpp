#include <string>
#include <utility>

#include <box/update.hpp>
#include <box/view.hpp>
#include <markup/patch.hpp>
#include <wasm/boundary.hpp>
#include <wasm/browser_platform.hpp>
#include <wasm/effect_writer.hpp>
#include <wasm/message_reader.hpp>

namespace petition_box {
namespace {

// One module holds one box: whatever goes wrong in it stays in it.
struct Box {
  Model model;
  ShownTree shown;
  BrowserPlatform platform;
  std::string message;
  Bytes answer;
};

// It is never taken apart: nothing says when the page will not call again.
Box& box() {
  static Box& the_box = *new Box;
  return the_box;
}

const char* take_message() {
  Box& box = petition_box::box();
  const ReadMessage read = read_message(box.message);
  // The message may hold what a signer typed.
  box.message = {};
  box.answer = {};
  Effects effects;
  if (read.message) {
    Step step = update(box.model, *read.message, read.moment, box.platform);
    effects = std::move(step.effects);
    if (step.shows && has_view(box.model)) {
      const bool anew = std::holds_alternative<DrawAnew>(*read.message);
      box.shown.show(view(box.model, box.platform), box.answer, anew);
    }
  }
  box.answer.byte(static_cast<std::uint8_t>(Change::end));
  write_effects(effects, box.answer);
  return box.answer.written().data();
}

}  // namespace
}  // namespace petition_box

extern "C" char* petition_box_message(std::uint32_t size) {
  std::string& message = petition_box::box().message;
  message.resize(size);
  return message.data();
}

extern "C" const char* petition_box_update() { return petition_box::take_message(); }
