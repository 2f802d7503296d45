#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <colour/colour.hpp>
#include <document/petition.hpp>
#include <form/answers.hpp>
#include <form/check.hpp>
#include <language/catalogue.hpp>
#include <wire/signature.hpp>

namespace petition_box {

// Of the title; other headings are below it, and none below the sixth. A text that is no level is
// the usual one.
constexpr int usual_heading_level = 2;
inline int heading_level_in(std::string_view text) {
  const bool is_level = text.size() == 1 && text[0] >= '1' && text[0] <= '6';
  return is_level ? text[0] - '0' : usual_heading_level;
}

// What the page that embeds the box says about it.
struct Configuration {
  std::string src;                      // address of the petition's document
  std::string endpoint;                 // address that takes signatures
  std::string base;                     // address of the folder of the box's own files, ends in '/'
  std::vector<std::string> languages;   // of the page and its reader, the most wanted first
  bool pre_rendered = false;            // the page came with the box as HTML
  std::optional<std::int64_t> count{};  // of signatures, where that HTML says it
  bool closed = false;                  // as that HTML says, by the clock of who wrote it
  int heading_level = usual_heading_level;
};

// The number of something asked of the host, under which its answer comes back; 0: nothing is
// asked. An answer under any other number is out of date.
using Ticket = std::uint32_t;

// The way of something that is fetched.
struct Loading {
  Ticket ticket = 0;  // of the request, or while it waits of the wake before the next
  int attempts = 0;
  bool waits = false;  // it is asked for again when woken, or when the browser is online again
};

// Where the signature stands.
struct Editing {};
struct Rejected {};
struct Attempts {
  int number = 0;
  std::int64_t began = 0;  // the first, ms since 1970
  bool may_have_arrived = false;
  bool last = false;  // the signer would rather change an answer than wait
};
struct Sending {  // once the page that embeds the box lets it: until then there was no attempt
  Ticket ticket = 0;
  Attempts attempts;
};
struct TryingAgain {
  Ticket ticket = 0;
  Attempts attempts;
  bool asked_to_wait = false;  // by the endpoint, not by a network that is away
};
struct Signed {};
struct ToConfirm {};
struct Closed {};
enum class Failure : std::uint8_t {
  not_now,
  too_long,
  // Pressing again would help little: from here on the page's own link is offered beside it.
  set_up_wrongly,
  unconfirmed,  // it may have been taken; in all other cases it was not
};
struct Failed {
  Failure why = Failure::not_now;
};

using Stage =
    std::variant<Editing, Rejected, Sending, TryingAgain, Signed, ToConfirm, Closed, Failed>;

// Whether there is nothing left to sign.
inline bool is_over(const Stage& stage) {
  return std::holds_alternative<Signed>(stage) || std::holds_alternative<ToConfirm>(stage) ||
         std::holds_alternative<Closed>(stage);
}

// Whether a signature is on its way and without an answer.
inline bool is_under_way(const Stage& stage) {
  return std::holds_alternative<Sending>(stage) || std::holds_alternative<TryingAgain>(stage);
}

// Whether somebody has signed, and it is not known that it has arrived.
inline bool is_unsent(const Stage& stage) {
  return is_under_way(stage) || std::holds_alternative<Failed>(stage);
}

// All that the box knows.
struct Model {
  Configuration configuration;
  std::optional<Configuration> next_configuration;  // waits for the signature that is on its way

  Loading document;
  Loading wording;
  Loading counting;
  Ticket last_ticket = 0;

  // What cannot change is the same object in every copy of the model; null until it has come.
  std::shared_ptr<const Petition> petition;
  bool unavailable = false;  // there is no petition to show; a document may still come
  std::shared_ptr<const Catalogue> catalogue;
  std::string wanted_catalogue;        // the tag that was asked for
  std::vector<std::string> languages;  // by which the petition is shown now
  std::optional<std::int64_t> count;   // of all signatures, the signer's own included
  std::int64_t own_signatures = 0;     // that a number asked for before does not hold
  bool closed = false;                 // as the endpoint says: the signer's clock may be wrong

  std::optional<Colour> accent;  // of the page; else the box has its own colours

  Answers answers;
  bool checked = false;  // the form has been submitted; from then on errors are kept current
  std::vector<FieldError> errors;    // as shown
  std::vector<FieldError> rejected;  // by the endpoint, until the answer is changed

  Stage stage;
  std::optional<Signature> signature;  // sent, or being sent, without a final answer yet
  std::string submission_id;           // for a form that is sent without script; else empty
};

// Whether the box shows itself. A page that came with the box as HTML keeps that until there is the
// same to show: it is a form that works.
inline bool has_view(const Model& model) {
  return !model.configuration.pre_rendered || (model.petition && model.catalogue);
}

}  // namespace petition_box
