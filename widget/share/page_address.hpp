#pragma once

#include <string>

namespace petition_box {

// What a browser says of where the box is: addresses as it writes them, absolute.
struct Page {
  std::string location;
  std::string canonical;  // by the page's link to it, or empty
  std::string around;     // in a frame: of the page around it, as far as that is told; or empty
};

// The address that a signer tells others: the canonical one of the page where that is on the same
// site, else that of the page itself, without its fragment and what newsletters and networks add to
// know by whom a link was followed. For a page of the endpoint's own, that of the page around it,
// else of its page with the form. Empty where none is of the web.
std::string address_to_tell(const Page& page);

// Whether a referrer tells the page, and not its site alone (Referrer Policy,
// #referrer-policy-strict-origin-when-cross-origin).
bool names_a_page(const std::string& referrer);

}  // namespace petition_box
