#pragma once

#include <string>
#include <string_view>

namespace petition_box {

// Whether the address begins so, in letters of either case. The prefix is in lower case.
bool begins_with(std::string_view url, std::string_view prefix);

// Whether a reader may be sent there: an absolute https, http or mailto address without white space
// or control characters, so that no browser can read another scheme out of it.
bool is_link(std::string_view url);

// Whether it is an http address, which no page over https may ask anything of. Of this machine one
// may: localhost, 127.0.0.1, [::1] (Secure Contexts, #potentially-trustworthy-origin).
bool is_insecure(std::string_view url);

// What is expected in the place of such an address.
extern const char* const secure_address;

// Whether a picture may be there: an absolute https or http address, or one that begins with "/",
// on the host of the document.
bool is_picture_address(std::string_view url);

// That address as an absolute one, by the absolute address of the document; as it is where that is
// not absolute.
std::string picture_address(std::string_view url, std::string_view document);

// The address of a document whose query names a language ("?lang=fr"), with another tag (BCP 47) in
// the place of that; any other as it is.
std::string address_in_language(std::string url, const std::string& tag);

// Whether a form may be sent there: an https or http address, or one relative to the page.
bool is_form_target(std::string_view url);

}  // namespace petition_box
