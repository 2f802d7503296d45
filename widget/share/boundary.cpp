#include <optional>
#include <string>

#include <markup/bytes.hpp>
#include <markup/cursor.hpp>
#include <markup/patch.hpp>
#include <share/boundary.hpp>
#include <share/update.hpp>

namespace petition_box {
namespace {

struct Instance {
  std::optional<ShareModel> model;
  ShownTree shown;
  std::string message;
  Bytes answer;
};

// It is never taken apart: nothing says when the page will not call again.
Instance& instance() {
  static Instance& the_instance = *new Instance;
  return the_instance;
}

void begin(Cursor& cursor, std::optional<ShareModel>& model) {
  const std::string document = cursor.text();
  const std::string shown = cursor.text();
  const std::string tag = cursor.text();
  const std::string words = cursor.text();
  const std::string heading = cursor.text();
  Page page;
  page.location = cursor.text();
  page.canonical = cursor.text();
  page.around = cursor.text();
  Means means;
  means.device = cursor.byte() != 0;
  means.clipboard = cursor.byte() != 0;
  model = ShareModel::begin(document, shown, tag, words, heading, page, means);
}

ShareEffects hear(std::string_view message, std::optional<ShareModel>& model) {
  constexpr int random_bytes = 16;
  Cursor cursor(message);
  const auto code = static_cast<ShareMessage>(cursor.byte());
  cursor.number();
  for (int i = 0; i < random_bytes; ++i) cursor.byte();
  if (code == ShareMessage::begin) begin(cursor, model);
  if (!model || code == ShareMessage::begin) return {};
  const std::string name = cursor.text();
  if (code == ShareMessage::press) return model->press(name, cursor.text());
  return model->end(name, static_cast<Ending>(cursor.byte()));
}

const char* take_message() {
  Instance& instance = petition_box::instance();
  const ShareEffects effects = hear(instance.message, instance.model);
  // It may hold what somebody typed.
  instance.message = {};
  instance.answer = {};
  Bytes& answer = instance.answer;
  if (instance.model) instance.shown.show(instance.model->view(), answer);
  answer.byte(static_cast<std::uint8_t>(Change::end));
  for (const ShareEffectOf& effect : effects) {
    answer.byte(static_cast<std::uint8_t>(effect.effect));
    for (const std::string& text : effect.texts) answer.text(text);
  }
  answer.byte(static_cast<std::uint8_t>(ShareEffect::end));
  return answer.written().data();
}

}  // namespace
}  // namespace petition_box

extern "C" char* petition_share_message(std::uint32_t size) {
  std::string& message = petition_box::instance().message;
  message.resize(size);
  return message.data();
}

extern "C" const char* petition_share_update() { return petition_box::take_message(); }
