#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <box/stage.hpp>
#include <box/ticket.hpp>
#include <colour/colour.hpp>
#include <document/petition.hpp>
#include <form/answers.hpp>
#include <form/check.hpp>
#include <language/catalogue.hpp>
#include <wire/protocol.hpp>
#include <wire/request.hpp>

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
  std::string src;                     // address of the petition's document
  std::string endpoint;                // address that takes signatures; empty: the document says it
  std::string base;                    // address of the folder of the box's own files, ends in '/'
  std::vector<std::string> languages;  // of the page and its reader, the most wanted first
  bool pre_rendered = false;           // the page came with the box as HTML
  std::optional<std::int64_t> count{};  // of signatures, where that HTML says it
  bool closed = false;                  // as that HTML says, by the clock of who wrote it
  int heading_level = usual_heading_level;
  std::string protocol{};  // that the endpoint speaks; empty: the document says it
};

// The way of something that is fetched.
struct Loading {
  Ticket ticket = 0;  // of the request, or while it waits of the wake before the next
  int attempts = 0;
  bool waits = false;  // it is asked for again when woken, or when the browser is online again
};

// A signature that was sent, or is about to be. Repeating it sends the same bytes.
struct Submission {
  std::string content;  // content_of
  Request request;
};

struct Beside;

// All that the box knows.
struct Model {
  Configuration configuration;
  // What the page said last: in the configuration a language that the visitor has chosen is first.
  std::vector<std::string> page_languages;
  std::optional<Configuration> next_configuration;  // waits for the signature that is on its way

  Loading document;
  std::string document_address;  // from which the document was asked for last
  Loading protocol;
  Loading wording;
  Loading counting;
  std::uint32_t tickets = 0;  // given out so far

  // What cannot change is the same object in every copy of the model; null until it has come.
  std::shared_ptr<const Petition> petition;
  std::shared_ptr<const Petition> unspoken;  // one that waits for the description of its protocol
  std::shared_ptr<const Description> description;  // null: the reference protocol
  std::shared_ptr<Beside> beside;  // what endpoints beside the petition's own need (box/also.hpp)
  bool unavailable = false;        // there is no petition to show; a document may still come
  std::shared_ptr<const Catalogue> catalogue;
  std::string wanted_catalogue;            // the tag that was asked for
  std::vector<std::string> no_catalogues;  // the tags that were asked for in vain
  std::vector<std::string> languages;      // by which the petition is shown now
  std::optional<std::int64_t> count;       // of all signatures, the signer's own included
  std::int64_t own_signatures = 0;         // that a number asked for before does not hold
  bool closed = false;                     // as the endpoint says: the signer's clock may be wrong

  bool names_countries = true;  // all of them; else the form names none but the one that is chosen

  std::optional<Colour> accent;  // of the page; else the box has its own colours

  Answers answers;
  bool checked = false;  // the form has been submitted; from then on errors are kept current
  std::vector<FieldError> errors;    // as shown
  std::vector<FieldError> rejected;  // by the endpoint, until the answer is changed

  Answers advice;  // on what stands in a field, by its name

  bool in_view = false;  // and somebody looks at the window
  bool seen = false;     // once; told to the page, as is:
  bool begun = false;    // to be filled in

  bool asked_again = false;  // the second question was asked; it never is again

  Stage stage;
  std::string thanked;  // the first name of who has signed, empty where it is not known
  std::optional<Submission> submission;  // without a final answer yet
  std::string submission_id;             // for a form that is sent without script; else empty
};

inline protocol::Endpoint endpoint_of(const Model& model) {
  const Petition* petition = model.petition.get();
  const std::string& address = model.configuration.endpoint;
  return {petition,
          petition == nullptr ? address : protocol::address_of(petition->endpoint, address),
          model.description.get()};
}

// Whether the box shows itself. A page that came with the box as HTML keeps that until there is the
// same to show: it is a form that works.
inline bool has_view(const Model& model) {
  return !model.configuration.pre_rendered || (model.petition && model.catalogue);
}

}  // namespace petition_box
