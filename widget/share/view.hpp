#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <language/catalogue.hpp>
#include <markup/node.hpp>
#include <share/source.hpp>
#include <share/way.hpp>

namespace petition_box {

// How the copying went: where a browser does not let a script do it, people do.
enum class Copying : std::uint8_t { not_yet, done, by_hand };

// What is shown to those who have signed, and how it stands.
struct Sharing {
  const Catalogue& words;
  const ShareSource& source;
  Told told;                           // without address: nothing is shared
  std::vector<std::string> languages;  // of the petition's texts, the most wanted first
  const char* heading = "h4";          // the tag of headings
  // Without script: only what is a link by itself.
  bool has_script = false;
  bool has_device = false;     // the browser can hand it to the device
  bool has_clipboard = false;  // it may write there
  bool asks_server = false;    // for Mastodon
  std::string server = {};     // what was typed
  bool lacks_server = false;
  Copying copying = Copying::not_yet;
};

// The ways to tell others, and the next step.
Node share_view(const Sharing& sharing);

}  // namespace petition_box
