#include <wasm/boundary.hpp>
#include <wasm/effect_writer.hpp>

namespace petition_box {
namespace {

struct Write {
  Bytes& bytes;

  void operator()(const Fetch& fetch) const {
    begin(EffectCode::fetch);
    bytes.number(fetch.ticket);
    const Request& request = fetch.request;
    bytes.text(request.method);
    bytes.text(request.url);
    bytes.text(request.accept);
    bytes.text(request.type);
    bytes.text(request.body);
    bytes.text(request.headers);
    bytes.byte(static_cast<std::uint8_t>(request.following));
    bytes.number(fetch.timeout_ms);
    bytes.number(fetch.most_bytes);
  }

  void operator()(const Wake& wake) const {
    begin(EffectCode::wake);
    bytes.number(wake.ticket);
    bytes.number(wake.after_ms);
  }

  void operator()(const Focus& focus) const {
    begin(EffectCode::focus);
    bytes.text(focus.id);
    bytes.byte(focus.from_top ? 1 : 0);
  }

  void operator()(const ShowDialog& dialog) const {
    begin(EffectCode::show_dialog);
    bytes.text(dialog.id);
  }

  void operator()(const Raise& raise) const {
    begin(EffectCode::raise);
    bytes.text(name_of(raise.event));
    bytes.number(raise.ticket);
    bytes.number(raise.detail.size());
    for (const NameValue& pair : raise.detail) {
      bytes.text(pair.name);
      bytes.text(pair.value);
    }
  }

  void operator()(const Report& report) const {
    begin(EffectCode::report);
    bytes.text(report.line);
  }

  void operator()(const TakeWholeModule& /*unused*/) const { begin(EffectCode::take_whole_module); }

  void begin(EffectCode code) const { bytes.byte(static_cast<std::uint8_t>(code)); }
};

}  // namespace

void write_effects(const Effects& effects, Bytes& bytes) {
  const Write write{bytes};
  for (const Effect& effect : effects) std::visit(write, effect);
  write.begin(EffectCode::end);
}

}  // namespace petition_box
