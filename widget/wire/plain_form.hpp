#pragma once

#include <optional>
#include <string>
#include <vector>

#include <wire/described.hpp>

namespace petition_box::described {

// How one field or consent of the petition is sent by a form.
struct PlainControl {
  std::string control;  // as the petition's own form calls it: "given_name", "consent_updates"
  std::string name;     // as the endpoint does
  std::string value;    // what is sent where it is ticked; empty: what was answered
  std::string no{};     // the same for a no; empty: nothing is sent then
};

// A form that works without script. A choice sends the values of its options.
struct PlainForm {
  std::string action;
  bool is_multipart = false;
  std::vector<NameValue> hidden;
  std::vector<PlainControl> controls;
};

// Found by trying, with a mark in the place of each answer. Language: of the form (BCP 47).
// Statements: what stands beside each consent, by its name. Nothing where the description has no
// form, where an answer does not stand by itself in it, or changes what else is sent, and where a
// field or a consent of the petition does not arrive in it: then the box has to be opened
// elsewhere.
std::optional<PlainForm> plain_form(const Endpoint& endpoint, const std::string& language,
                                    const std::vector<NameValue>& statements);

}  // namespace petition_box::described
