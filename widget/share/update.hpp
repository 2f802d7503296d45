#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <language/catalogue.hpp>
#include <share/boundary.hpp>
#include <share/page_address.hpp>
#include <share/view.hpp>

namespace petition_box {

// What a browser can do with what is shared.
struct Means {
  bool device = false;
  bool clipboard = false;
};

// How it ended what it was asked to do.
enum class Ending : std::uint8_t { done, given_up, impossible };

// What is to be done outside, with its texts (share/boundary.hpp).
struct ShareEffectOf {
  ShareEffect effect;
  std::vector<std::string> texts;
};

using ShareEffects = std::vector<ShareEffectOf>;

// What comes after a signature, in a box with script. Pure: it hears of presses and how they ended.
class ShareModel {
 public:
  // Shown: the language in which the box shows the petition. Words: a catalogue of share/. Nothing
  // where it is none, or where there is nothing to show.
  static std::optional<ShareModel> begin(std::string_view document, std::string_view shown,
                                         std::string_view tag, std::string_view words,
                                         std::string_view heading, const Page& page, Means means);

  // A control of that name was pressed. Typed: what the field for a server holds.
  ShareEffects press(std::string_view name, const std::string& typed);

  // What was asked for by a press has ended so.
  ShareEffects end(std::string_view name, Ending ending);

  Node view() const;

 private:
  ShareModel(Catalogue words, ShareSource source)
      : words_(std::move(words)), source_(std::move(source)) {}

  Catalogue words_;
  ShareSource source_;
  std::vector<std::string> languages_;
  Told told_;
  const char* heading_ = "h4";
  Means means_;
  bool asks_server_ = false;
  std::string server_;
  bool lacks_server_ = false;
  Copying copying_ = Copying::not_yet;
};

}  // namespace petition_box
