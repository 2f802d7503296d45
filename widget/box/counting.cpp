#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include <box/asking.hpp>
#include <box/backoff.hpp>
#include <box/counting.hpp>
#include <wire/body.hpp>
#include <wire/protocol.hpp>

namespace petition_box {
namespace {

bool is_open(const Model& model) { return traits_of(model.stage).phase == Phase::open; }

// Whether somebody looks at a number that a signature of theirs is not a part of yet.
bool is_watched(const Model& model) { return model.in_view && is_open(model); }

// After half a minute, then after twice as long each time, up to a quarter of an hour.
void count_later(Step& step, const Moment& moment) {
  Loading& counting = step.model.counting;
  const std::int64_t seconds = std::int64_t{15} << std::min(counting.attempts, 6);
  counting.waits = true;
  counting.ticket = step.wake(Asked::standing, backoff_ms(counting.attempts, seconds, moment));
}

}  // namespace

void fetch_standing(Step& step) {
  step.model.own_signatures = 0;
  Request request = protocol::ask_standing(endpoint_of(step.model));
  if (is_whole && request.url.empty()) return;
  fetch(step, step.model.counting, Asked::standing, std::move(request), most_response_bytes);
}

void take_standing(Step& step, const Response& response, const Moment& moment) {
  Model& model = step.model;
  const auto standing = protocol::standing(endpoint_of(model), response);
  if (!standing) {
    must_be_told(step, model.counting, Asked::standing, response, moment);
    return;
  }
  model.counting.waits = false;
  model.counting.ticket = 0;
  if (standing->count) model.count = *standing->count + model.own_signatures;
  model.closed = standing->closed;
  const bool untouched =
      std::holds_alternative<Editing>(model.stage) || std::holds_alternative<Closed>(model.stage);
  if (model.petition && untouched) open_or_close(model);
  if (standing->count && is_open(model)) count_later(step, moment);
}

void rest(Model& model) {
  if (model.count && model.counting.waits && !is_watched(model)) model.counting = {};
}

void see(Step& step, bool in_view) {
  Model& model = step.model;
  model.in_view = in_view;
  step.shows = false;
  const Loading& counting = model.counting;
  const bool has_rested = model.count && counting.ticket == 0 && !counting.waits;
  if (has_rested && is_watched(model)) fetch_standing(step);
}

void open_or_close(Model& model) {
  if (model.closed) {
    model.stage = Closed{};
  } else {
    model.stage = Editing{};
  }
}

}  // namespace petition_box
