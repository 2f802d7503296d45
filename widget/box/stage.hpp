#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <variant>

#include <box/ticket.hpp>
#include <language/phrase.hpp>

namespace petition_box {

struct Attempts {
  int number = 0;
  std::int64_t began = 0;  // the first, ms since 1970
  bool may_have_arrived = false;
  bool last = false;  // the signer would rather change an answer than wait
};

enum class Failure : std::uint8_t {
  not_now,
  too_long,
  // Pressing again would help little: from here on the page's own link is offered beside it.
  set_up_wrongly,
  unconfirmed,  // it may have been taken; in all other cases it was not
};

// Where the signature stands.
struct Editing {};
struct Rejected {};
struct AskedAgain {         // by the second question of a consent
  std::size_t consent = 0;  // its place among those of the petition
};
struct AskingLeave {  // of the page that embeds the box; until then there is no attempt
  Ticket ticket = 0;
  bool may_have_arrived = false;
};
struct Sending {
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
struct Sent {};  // and nothing says what has become of it
struct Closed {};
struct Failed {
  Failure why = Failure::not_now;
};

using Stage = std::variant<Editing, Rejected, AskedAgain, AskingLeave, Sending, TryingAgain, Signed,
                           ToConfirm, Sent, Closed, Failed>;

enum class Phase : std::uint8_t {
  open,
  under_way,  // a signature is on its way and without an answer
  over,       // there is nothing left to sign
};

// How the sending goes, in words; those of one name are one part of the view.
struct Said {
  const char* name = nullptr;  // null: nothing is said
  Phrase heading = Phrase::none;
  Phrase text = Phrase::none;
};

constexpr Said said_sending{"sending", Phrase::none, Phrase::status_sending};
constexpr Said said_trying_again{"trying_again", Phrase::status_trying_again_heading,
                                 Phrase::status_trying_again};

// What holds at a stage.
struct StageTraits {
  const char* name = nullptr;  // in data-state
  Phase phase = Phase::open;
  Said said;
};

// In the order of Stage.
constexpr StageTraits stage_traits[]{
    {"editing", Phase::open, {}},
    {"refused", Phase::open, {}},
    {"asked", Phase::open, {}},
    {"sending", Phase::under_way, said_sending},
    {"sending", Phase::under_way, said_sending},
    {"trying-again", Phase::under_way, said_trying_again},
    {"signed", Phase::over, {"signed", Phrase::status_signed_heading, Phrase::status_signed}},
    {"to-confirm",
     Phase::over,
     {"to_confirm", Phrase::status_to_confirm_heading, Phrase::status_to_confirm}},
    {"sent", Phase::over, {"sent", Phrase::status_sent_heading, Phrase::status_sent}},
    {"closed", Phase::over, {"closed", Phrase::status_closed_heading, Phrase::status_closed}},
    {"failed", Phase::open, {"failed", Phrase::status_failed_heading, Phrase::status_failed}},
};
static_assert(std::size(stage_traits) == std::variant_size_v<Stage>);

inline const StageTraits& traits_of(const Stage& stage) { return stage_traits[stage.index()]; }

inline bool is_over(const Stage& stage) { return traits_of(stage).phase == Phase::over; }

inline bool is_under_way(const Stage& stage) { return traits_of(stage).phase == Phase::under_way; }

// Whether somebody has signed, and it is not known that it has arrived.
inline bool is_unsent(const Stage& stage) {
  return is_under_way(stage) || std::holds_alternative<Failed>(stage);
}

}  // namespace petition_box
