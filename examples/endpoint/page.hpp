#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <endpoint/appearance.hpp>
#include <endpoint/cache.hpp>
#include <endpoint/http.hpp>
#include <markup/node.hpp>

namespace petition_box::endpoint {

// What may run on a page.
enum class PageScript : std::uint8_t {
  none,
  returning,  // clears the form for whoever comes back to it after it was signed
  box,
};

struct Page {
  unsigned status = 200;
  std::string language;
  std::string title;
  Node content;  // of the body
  PageScript script = PageScript::none;
  std::string root = "../../";               // from the page's folder to the endpoint's
  std::vector<std::string> hosts{};          // other origins that its box asks and sends to
  std::vector<std::string> form_hosts{};     // those that its forms go to
  std::vector<std::string> picture_hosts{};  // those that have its pictures
  bool shares = false;                       // it has what comes after a signature
  const char* cache = personal_cache;        // who may keep it
};

// The page with its head, and with the headers that keep it to itself.
Reply page_reply(Page page, const Appearance& appearance);

}  // namespace petition_box::endpoint
