#pragma once

#include <optional>

#include <box/model.hpp>
#include <language/platform.hpp>
#include <markup/node.hpp>
#include <wire/plain_form.hpp>

// A box without its script, of a petition whose endpoint is a described one.
namespace petition_box {

// How the form of the box is sent without script to its endpoint, in its language. Nothing where it
// cannot be (wire/plain_form.hpp). The model has a petition, its words and a description.
std::optional<described::PlainForm> plain_form_of(const Model& model, const Platform& platform);

// Makes of the form of a box without script one that posts to the endpoint: its address, the names
// that it knows, and what it wants said besides. A consent that is asked for between yes and no is
// a box for yes where nothing is sent for no. A count that is waited for goes.
void send_as(const described::PlainForm& plain, Node& box);

// The same for a box that its script takes over, which is told what each control is called there
// (embed/host.js): what is said besides stands beside it in its root. Target: of the form; null:
// what it comes to is shown in the place of the page.
void send_until_taken_over(const described::PlainForm& plain, Node& root,
                           const char* target = nullptr);

// Puts what else there is into the place of the form, which has nowhere to go.
void put_for_form(Node offer, Node& box);

}  // namespace petition_box
