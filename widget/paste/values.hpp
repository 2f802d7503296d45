#pragma once

#include <string>
#include <string_view>

// What people write, in the form that documents have it in (embed/petition.schema.json). What they
// write in no way that is known here comes back as it is, for the reader of documents to complain
// of.
namespace petition_box::paste {

// "20 000", "20.000", "20,000 signatures" as 20000: digits, in groups of three with one mark
// between them.
std::string number(std::string_view text);

// "contact@horloge.example" as a mailto: address, else as an address.
std::string contact(std::string_view text);

// "horloge.example/page" as an https:// address.
std::string address(std::string_view text);

// The name in addresses of a petition with that title: its words, of a to z and 0 to 9, as far as
// they go into 40 characters, with - between them; "petition" where there are none.
std::string name(std::string_view title);

}  // namespace petition_box::paste
