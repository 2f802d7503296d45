#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace petition_box::endpoint {

// Who may show a page in a frame.
enum class Framers : std::uint8_t {
  nobody,
  own_pages,
  anybody,
};

// What a page of the endpoint needs. All may have the endpoint's own styles and pictures.
struct Needs {
  bool box = false;         // it runs the box, and nothing else
  bool frames = false;      // it shows pages of the endpoint in frames
  std::string script = {};  // the source of the one script on it, as script_source gives it
  std::vector<std::string> hosts{};  // origins besides its own that the box there asks and sends to
  std::vector<std::string> form_hosts{};     // those that its forms go to
  std::vector<std::string> picture_hosts{};  // those that have pictures on it
  Framers framers = Framers::nobody;
};

// The value of Content-Security-Policy that allows this and no more (https://www.w3.org/TR/CSP3/).
// Anybody's frames: by not speaking of frame-ancestors, whose * leaves out pages without an address
// of their own, such as files.
std::string policy_for(const Needs& needs);

// "'sha256-...'", as a policy names a script of the page itself (CSP #source-list-syntax).
std::string script_source(std::string_view script);

// The origin of an absolute address; empty where it has none that can stand in a policy.
std::string origin_of(std::string_view address);

// The origins that the snippets on a page of HTML name in their attributes, its own aside.
std::vector<std::string> hosts_on(std::string_view html);

}  // namespace petition_box::endpoint
