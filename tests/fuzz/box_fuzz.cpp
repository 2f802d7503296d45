// A box in the course of its life, to which any bytes are messages: after each of them what it
// shows has no faults, and the changes make it of what was shown before.

#include <fuzz/expect.hpp>
#include <fuzz/material.hpp>

#include <string>
#include <utility>

#include <box/first_shown.hpp>
#include <box/update.hpp>
#include <box/view.hpp>
#include <markup/bytes.hpp>
#include <markup/cursor.hpp>
#include <markup/patch.hpp>
#include <unit/box/faults.hpp>
#include <unit/markup/dom.hpp>
#include <wasm/boundary.hpp>
#include <wasm/effect_writer.hpp>
#include <wasm/message_reader.hpp>

namespace petition_box {
namespace {

const Material& material() {
  static const Material the_material;
  return the_material;
}

class Shown {
 public:
  void show(const Model& model) {
    const Node node = view(model, material().platform);
    expect(faults_of(node).empty());
    Bytes changes;
    tree_.show(view(model, material().platform), changes);
    changes.byte(static_cast<std::uint8_t>(Change::end));
    ByteReader reader(changes.written());
    expect(dom_.apply(reader).empty());
    expect(outline(*dom_.root()) == outline(node));
  }

 private:
  ShownTree tree_;
  Dom dom_;
};

// The box before the first message: nothing has come yet, or somebody reads the petition.
Model at_start(bool reading) {
  static const Model reader = first_shown(material().petition(), material().english(),
                                          {"en", "/signatures", "/petition", 41});
  return reading ? reader : Model();
}

// Whatever is said, at a moment like any other.
std::string message(char code, const std::string& said) {
  Bytes bytes;
  bytes.byte(static_cast<std::uint8_t>(code));
  bytes.number(1'770'000'000'000);
  for (std::uint8_t random = 0; random < 16; ++random) bytes.byte(random);
  return bytes.written() + said;
}

}  // namespace
}  // namespace petition_box

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace petition_box;  // NOLINT(google-build-using-namespace)
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Cursor cursor(bytes);
  Model model = at_start(cursor.byte() % 2 == 1);
  Shown shown;
  constexpr int most_messages = 16;
  for (int i = 0; i < most_messages; ++i) {
    const std::string said = cursor.text();
    if (said.empty()) break;
    const ReadMessage read = read_message(message(said.front(), said.substr(1)));
    if (!read.message) continue;
    Bytes effects;
    const Step step = update(model, *read.message, read.moment, material().platform);
    write_effects(step.effects, effects);
    if (step.shows && has_view(model)) shown.show(model);
  }
  return 0;
}
